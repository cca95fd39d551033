/* What outreach refuses, in English: one line for each area. */
import { deskEn } from './desk-en.ts'
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  ...deskEn,
}
/* What the server refuses about trainings, campaigns and the desk: one shelf for each area. */
import { campaignsEn } from './campaigns-en.ts'
import { trainingEn } from './training-en.ts'

export const en = { ...trainingEn, ...campaignsEn } as const
