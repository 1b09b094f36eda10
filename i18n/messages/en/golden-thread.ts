export const goldenThread = {} as const;
