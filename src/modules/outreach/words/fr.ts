/* Ce que le serveur refuse au sujet des formations, des campagnes et de l’accueil : un étage par domaine. */
export const fr = {} as const
