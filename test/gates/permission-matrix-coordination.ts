/* Rows of the matrix of rights: committees and their meetings, actions, funds and scorecards. */
export const coordinationRows = {}
