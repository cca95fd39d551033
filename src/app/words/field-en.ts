/* The same in English; the type makes a missing key an error. */
import { screenEn as peopleScreenEn } from '../../modules/people/words/screen-en.ts'
import { screenWeighingEn } from '../../modules/custody/words/screen-weighing-en.ts'
import { screenProvisionalEn } from '../../modules/certificates/words/screen-provisional-en.ts'
import { screenShelvesEn } from '../../modules/field/words/screen-shelves-en.ts'
import { screenCareEn } from '../../modules/field/words/screen-care-en.ts'
import { screenCarryEn } from '../../modules/field/words/screen-carry-en.ts'
import { screenConflictsEn } from '../../modules/field/words/screen-conflicts-en.ts'
import { screenHandOverEn } from '../../modules/field/words/screen-hand-over-en.ts'
import { kindsEn as incidentKindsEn } from '../../modules/incidents/words/kinds-en.ts'
import { keptCountEn } from '../../modules/mobility/words/kept-count-en.ts'
import { keptSheetEn } from '../../modules/outreach/words/kept-sheet-en.ts'
import { screenReportEn } from '../../modules/incidents/words/screen-report-en.ts'
import { screenScreeningEn } from '../../modules/cases/words/screen-screening-en.ts'
import { screenDirectoryEn } from '../../modules/cases/words/screen-directory-en.ts'
import { screenCasePartsEn } from '../../modules/cases/words/screen-case-parts-en.ts'
import { screenAttachmentsEn } from '../../modules/cases/words/screen-attachments-en.ts'
import { screenCasesEn } from '../../modules/cases/words/screen-cases-en.ts'
import { screenHandoverEn } from '../../modules/cases/words/screen-handover-en.ts'
import { screenHelpEn } from '../../modules/cases/words/screen-help-en.ts'
import { screenProfileEn } from '../../modules/cases/words/screen-profile-en.ts'
import { screenSupportEn } from '../../modules/cases/words/screen-support-en.ts'
import { screenKeysEn } from '../../modules/cases/words/screen-keys-en.ts'
import { screenSignalsEn } from '../../modules/cases/words/screen-signals-en.ts'
import { screenRunnerEn } from '../../modules/forms/words/screen-runner-en.ts'
import { screenEn as sitesScreenEn } from '../../modules/sites/words/screen-en.ts'
import { sitesHomeEn } from '../../modules/sites/words/screen-home-en.ts'
import { screenEn as noticesScreenEn } from '../../modules/notices/words/screen-en.ts'
import { screenMissionsEn } from '../../modules/sites/words/screen-missions-en.ts'
import { screenPlansEn } from '../../modules/sites/words/screen-plans-en.ts'
import { screenInspectionsEn } from '../../modules/sites/words/screen-inspections-en.ts'
import { screenOfflineEn } from '../../modules/sites/words/screen-offline-en.ts'
import type { fieldFr } from './field-fr.ts'

export const fieldEn: { readonly [Key in keyof typeof fieldFr]: string } = {
  ...peopleScreenEn,
  ...screenWeighingEn,
  ...screenProvisionalEn,
  ...screenShelvesEn,
  ...screenCareEn,
  ...screenCarryEn,
  ...screenConflictsEn,
  ...screenHandOverEn,
  ...incidentKindsEn,
  ...keptCountEn,
  ...keptSheetEn,
  ...screenReportEn,
  ...screenScreeningEn,
  ...screenDirectoryEn,
  ...screenHandoverEn,
  ...screenHelpEn,
  ...screenProfileEn,
  ...screenSupportEn,
  ...screenKeysEn,
  ...screenSignalsEn,
  ...screenCasesEn,
  ...screenAttachmentsEn,
  ...screenCasePartsEn,
  ...screenRunnerEn,
  ...sitesHomeEn,
  ...sitesScreenEn,
  ...noticesScreenEn,
  ...screenMissionsEn,
  ...screenPlansEn,
  ...screenInspectionsEn,
  ...screenOfflineEn,
}
