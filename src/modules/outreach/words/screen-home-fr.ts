/* Ce que la sensibilisation pose sur la page d’accueil. */
export const outreachHomeFr = {} as const
