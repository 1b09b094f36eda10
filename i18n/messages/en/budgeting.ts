export const budgeting = {} as const;
