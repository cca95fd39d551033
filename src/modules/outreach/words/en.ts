/* What the server refuses about trainings, campaigns and the desk: one shelf for each area. */
export const en = {} as const
