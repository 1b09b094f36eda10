import type { answerFiles as en } from "../en/answer-files.ts";
import type { Translated } from "../../translated.ts";

export const answerFiles: Translated<typeof en> = {
  about: {
    reference: "Y cyfeirnod a ddywedwyd wrth y sawl a atebodd",
    received_at: "Pryd y cyrhaeddodd y cyngor, yn UTC",
    channel: "Sut y daeth",
    respondent: "Person neu sefydliad",
    organisation: "Enw’r sefydliad",
    recruitment_source: "O ble mae’r sawl a atebodd",
    language: "Yr iaith yr atebwyd ynddi",
    easy_read: "A atebwyd y fersiwn hawdd ei ddarllen: 1 do, 0 naddo",
    version: "Y fersiwn o’r arolwg a atebwyd ddiwethaf",
    corrections: "Sawl gwaith y cywirodd swyddog yr hyn a ysgrifennwyd",
  },
};
