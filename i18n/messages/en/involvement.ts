export const involvement = {} as const;
