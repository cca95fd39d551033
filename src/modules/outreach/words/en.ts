/* What outreach refuses, in English: one line for each area. */
import { deskEn } from './desk-en.ts'
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  ...deskEn,
}
