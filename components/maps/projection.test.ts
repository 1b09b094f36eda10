import { describe, expect, it } from "vitest";
import { brokenToFit } from "./area-label.tsx";
import { areaAt, drawAreas } from "./projection.ts";
import { mapPicture, pressedPlace } from "./map-picture.ts";
import { equalSteps, stepOf } from "./steps.ts";

/** A square in degrees, its ring running either way round. */
function square(west: number, south: number, size: number, clockwise = false) {
  const ring = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
  return { type: "Polygon" as const, coordinates: [clockwise ? [...ring].reverse() : ring] };
}

it("finds the area in which a place lies, and none in a hole of it", () => {
  const [outer = []] = square(-3, 53, 0.1).coordinates;
  const [hole = []] = square(-2.96, 53.04, 0.02).coordinates;
  const areas = [{ id: "ring", geometry: { type: "Polygon" as const, coordinates: [outer, hole] } }, { id: "islands", geometry: { type: "MultiPolygon" as const, coordinates: [square(-2.8, 53, 0.1).coordinates, square(-2.6, 53, 0.1).coordinates] } }];
  expect(([[-2.99, 53.01], [-2.95, 53.05], [-2.55, 53.05], [-2.65, 53.05], [-2.95, 53.2]] as const).map((place) => areaAt(areas, place)?.id ?? null)).toEqual(["ring", null, "islands", null, null]);
});

describe("drawAreas", () => {
  const drawing = drawAreas([
    { id: "west", geometry: square(-3, 53, 0.1) },
    { id: "east", geometry: square(-2.9, 53, 0.1, true) },
  ]);

  it("fits all areas into the drawing, north up and east to the right", () => {
    const [west, east] = drawing.areas;
    expect(west?.x).toBeLessThan(east?.x ?? 0);
    expect(drawing.place(-2.95, 53.1).y).toBeLessThan(drawing.place(-2.95, 53).y);
    expect(drawing.width).toBe(490);
    expect(drawing.height).toBeGreaterThan(300);
  });

  it("keeps shapes as on the ground, where a degree east is shorter than a degree north", () => {
    const across = drawing.place(-2.8, 53).x - drawing.place(-3, 53).x;
    const up = drawing.place(-3, 53).y - drawing.place(-3, 53.1).y;
    expect(up / (across / 2)).toBeCloseTo(1 / Math.cos((53.05 * Math.PI) / 180), 2);
  });

  it("puts the label inside the area, whichever way its outline runs", () => {
    for (const [index, longitude] of [-2.95, -2.85].entries()) expect(drawing.areas[index]?.x).toBeCloseTo(drawing.place(longitude, 53).x, 0);
  });
});

describe("equalSteps and stepOf", () => {
  it("puts the smallest in the first and the largest in the last", () => {
    const steps = equalSteps([10, 12, 20]);
    expect([10, 11.9, 12, 20].map((value) => stepOf(value, steps))).toEqual([0, 0, 1, 4]);
  });

  it("lets none stand out when all values are the same", () => {
    expect(stepOf(5, equalSteps([5, 5]))).toBe(0);
  });
});

describe("brokenToFit", () => {
  it("breaks between words only", () => {
    expect(brokenToFit("Harbour and Quay", 120)).toEqual(["Harbour and", "Quay"]);
    expect(brokenToFit("Harbour and Quay", 20)).toEqual(["Harbour", "and", "Quay"]);
  });
});

describe("the ground under a drawing", () => {
  const square = { id: "square", geometry: { type: "Polygon" as const, coordinates: [[[-3, 53], [-2.8, 53], [-2.8, 53.1], [-3, 53.1], [-3, 53]]] } };

  it("is where a place was drawn, the other way round", () => {
    const drawing = drawAreas([square]);
    for (const [longitude, latitude] of [[-2.9, 53.05], [-2.99, 53.01], [-2.8, 53.1]] as const) {
      const { x, y } = drawing.place(longitude, latitude);
      const ground = drawing.ground(x, y);
      expect(ground.longitude).toBeCloseTo(longitude, 3);
      expect(ground.latitude).toBeCloseTo(latitude, 3);
    }
  });

  it("is nowhere when the picture's corner was pressed by keyboard, or beside it", () => {
    expect(pressedPlace([square], 0, 0)).toBeNull();
    expect(pressedPlace([square], 9999, 10)).toBeNull();
    expect(pressedPlace([square], 245, 100)?.longitude).toBeCloseTo(-2.9, 2);
  });

  it("is drawn as a picture with names that cannot break out of it", () => {
    const picture = mapPicture({ areas: [{ ...square, name: "<b>&" }], marks: [{ shape: "point", positions: [[-2.9, 53.05]] }] });
    expect(picture).toContain("&#60;b&#62;&#38;");
    expect(picture.match(/<path/g)).toHaveLength(2);
  });
});
