/* The words of the screens that a telephone in the field opens, in French: missions, inspections, forms, hand-over, conflicts. */
import { screenFr as peopleScreenFr } from '../../modules/people/words/screen-fr.ts'
import { screenWeighingFr } from '../../modules/custody/words/screen-weighing-fr.ts'
import { screenProvisionalFr } from '../../modules/certificates/words/screen-provisional-fr.ts'
import { screenShelvesFr } from '../../modules/field/words/screen-shelves-fr.ts'
import { screenCareFr } from '../../modules/field/words/screen-care-fr.ts'
import { screenCarryFr } from '../../modules/field/words/screen-carry-fr.ts'
import { screenConflictsFr } from '../../modules/field/words/screen-conflicts-fr.ts'
import { screenHandOverFr } from '../../modules/field/words/screen-hand-over-fr.ts'
import { kindsFr as incidentKindsFr } from '../../modules/incidents/words/kinds-fr.ts'
import { keptCountFr } from '../../modules/mobility/words/kept-count-fr.ts'
import { keptSheetFr } from '../../modules/outreach/words/kept-sheet-fr.ts'
import { screenReportFr } from '../../modules/incidents/words/screen-report-fr.ts'
import { screenScreeningFr } from '../../modules/cases/words/screen-screening-fr.ts'
import { screenDirectoryFr } from '../../modules/cases/words/screen-directory-fr.ts'
import { screenCasePartsFr } from '../../modules/cases/words/screen-case-parts-fr.ts'
import { screenAttachmentsFr } from '../../modules/cases/words/screen-attachments-fr.ts'
import { screenCasesFr } from '../../modules/cases/words/screen-cases-fr.ts'
import { screenHandoverFr } from '../../modules/cases/words/screen-handover-fr.ts'
import { screenHelpFr } from '../../modules/cases/words/screen-help-fr.ts'
import { screenProfileFr } from '../../modules/cases/words/screen-profile-fr.ts'
import { screenSupportFr } from '../../modules/cases/words/screen-support-fr.ts'
import { screenKeysFr } from '../../modules/cases/words/screen-keys-fr.ts'
import { screenSignalsFr } from '../../modules/cases/words/screen-signals-fr.ts'
import { screenRunnerFr } from '../../modules/forms/words/screen-runner-fr.ts'
import { screenFr as sitesScreenFr } from '../../modules/sites/words/screen-fr.ts'
import { sitesHomeFr } from '../../modules/sites/words/screen-home-fr.ts'
import { screenFr as noticesScreenFr } from '../../modules/notices/words/screen-fr.ts'
import { screenMissionsFr } from '../../modules/sites/words/screen-missions-fr.ts'
import { screenPlansFr } from '../../modules/sites/words/screen-plans-fr.ts'
import { screenInspectionsFr } from '../../modules/sites/words/screen-inspections-fr.ts'
import { screenOfflineFr } from '../../modules/sites/words/screen-offline-fr.ts'

export const fieldFr = {
  ...peopleScreenFr,
  ...screenWeighingFr,
  ...screenProvisionalFr,
  ...screenShelvesFr,
  ...screenCareFr,
  ...screenCarryFr,
  ...screenConflictsFr,
  ...screenHandOverFr,
  ...incidentKindsFr,
  ...keptCountFr,
  ...keptSheetFr,
  ...screenReportFr,
  ...screenScreeningFr,
  ...screenDirectoryFr,
  ...screenHandoverFr,
  ...screenHelpFr,
  ...screenProfileFr,
  ...screenSupportFr,
  ...screenKeysFr,
  ...screenSignalsFr,
  ...screenCasesFr,
  ...screenAttachmentsFr,
  ...screenCasePartsFr,
  ...screenRunnerFr,
  ...sitesHomeFr,
  ...sitesScreenFr,
  ...noticesScreenFr,
  ...screenMissionsFr,
  ...screenPlansFr,
  ...screenInspectionsFr,
  ...screenOfflineFr,
} as const
