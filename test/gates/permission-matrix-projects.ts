/* Rows of the matrix of rights: projects, indicators, donor reports. */
export const projectRows = {}
