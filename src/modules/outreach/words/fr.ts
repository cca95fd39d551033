/* What outreach refuses, in French: one line for each area. */
import { deskFr } from './desk-fr.ts'

export const fr = {
  ...deskFr,
} as const
