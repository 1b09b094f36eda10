/** What stands in the files of answers beside the answers. */
export const answerFiles = {
  about: {
    reference: "The reference that was said to whoever answered",
    received_at: "When it reached the council, in UTC",
    channel: "How it came",
    respondent: "A person or an organisation",
    organisation: "The organisation’s name",
    recruitment_source: "Where whoever answered is from",
    language: "The language it was answered in",
    easy_read: "Whether it was answered in easy read: 1 yes, 0 no",
    version: "The version of the survey that was answered last",
    corrections: "How often an officer corrected what was written in",
  },
};
