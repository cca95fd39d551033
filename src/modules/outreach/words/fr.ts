/* What outreach refuses, in French: one line for each area. */
import { deskFr } from './desk-fr.ts'

export const fr = {
  ...deskFr,
} as const
/* Ce que le serveur refuse au sujet des formations, des campagnes et de l’accueil : un étage par domaine. */
import { campaignsFr } from './campaigns-fr.ts'
import { trainingFr } from './training-fr.ts'

export const fr = { ...trainingFr, ...campaignsFr } as const
