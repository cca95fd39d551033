/* What outreach refuses, in English: one line for each area. */
import { campaignsEn } from './campaigns-en.ts'
import { deskEn } from './desk-en.ts'
import type { fr } from './fr.ts'
import { trainingEn } from './training-en.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  ...deskEn,
  ...trainingEn,
  ...campaignsEn,
}
