/* What outreach refuses, in French: one line for each area. */
import { campaignsFr } from './campaigns-fr.ts'
import { deskFr } from './desk-fr.ts'
import { trainingFr } from './training-fr.ts'

export const fr = {
  ...deskFr,
  ...trainingFr,
  ...campaignsFr,
} as const
