/* What outreach lays on the home page. */
export const outreachHomeEn = {} as const
