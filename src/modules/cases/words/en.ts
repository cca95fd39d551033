/* What the server refuses of the protection of persons, by area. */
import { accessEn } from './access-en.ts'
import { attachmentsEn } from './attachments-en.ts'
import { caseEn } from './case-en.ts'
import { consentEn } from './consent-en.ts'
import type { fr } from './fr.ts'
import { directoryEn } from './directory-en.ts'
import { handoverEn } from './handover-en.ts'
import { identificationEn } from './identification-en.ts'
import { justiceEn } from './justice-en.ts'
import { keysEn } from './keys-en.ts'
import { retentionEn } from './retention-en.ts'
import { rulesEn } from './rules-en.ts'
import { supportEn } from './support-en.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  ...{ ...accessEn, ...attachmentsEn, ...caseEn, ...consentEn, ...directoryEn, ...handoverEn, ...identificationEn },
  ...{ ...supportEn, ...justiceEn, ...retentionEn, ...keysEn, ...rulesEn },
}
