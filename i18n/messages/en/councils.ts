export const councils = {} as const;
