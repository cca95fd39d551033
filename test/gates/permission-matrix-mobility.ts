/* Rows of the matrix of rights: flow monitoring points and what they count. */
export const mobilityRows = {}
