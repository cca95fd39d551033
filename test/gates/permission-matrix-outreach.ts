/* Rows of the matrix of rights: training, campaigns, the resource-centre desk. */
export const outreachRows = {}
