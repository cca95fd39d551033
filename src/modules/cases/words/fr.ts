/* Ce que le serveur refuse de la protection des personnes, par domaine. On y dit « personne concernée », « indices », « victime présumée ». */
import { accessFr } from './access-fr.ts'
import { attachmentsFr } from './attachments-fr.ts'
import { caseFr } from './case-fr.ts'
import { consentFr } from './consent-fr.ts'
import { directoryFr } from './directory-fr.ts'
import { handoverFr } from './handover-fr.ts'
import { identificationFr } from './identification-fr.ts'
import { justiceFr } from './justice-fr.ts'
import { keysFr } from './keys-fr.ts'
import { retentionFr } from './retention-fr.ts'
import { rulesFr } from './rules-fr.ts'
import { supportFr } from './support-fr.ts'

export const fr = {
  ...accessFr,
  ...caseFr,
  ...attachmentsFr,
  ...consentFr,
  ...directoryFr,
  ...handoverFr,
  ...identificationFr,
  ...supportFr,
  ...justiceFr,
  ...retentionFr,
  ...keysFr,
  ...rulesFr,
} as const
