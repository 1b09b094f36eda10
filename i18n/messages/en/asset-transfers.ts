export const assetTransfers = {} as const;
