import { expect, it } from "vitest";
import { readClockTime } from "./clock-time.ts";

it.each([
  ["8pm", "20:00"],
  ["8 PM", "20:00"],
  ["8:30pm", "20:30"],
  ["8.30 p.m.", "20:30"],
  ["12am", "00:00"],
  ["12:15pm", "12:15"],
  ["midday", "12:00"],
  ["Hanner dydd", "12:00"],
  ["20:05", "20:05"],
  ["9:00", "09:00"],
  ["2030", "20:30"],
])("reads %s", (typed, time) => expect(readClockTime(typed)).toBe(time));

it.each(["8", "25:00", "13pm", "0am", "20:60", "", "tea time", "８", "8pm8pm", "99999"])("refuses %s", (typed) => expect(readClockTime(typed)).toBeNull());
