export const voting = {} as const;
