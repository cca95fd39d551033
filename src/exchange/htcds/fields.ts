/*
Every field of HTCDS 2.0 in the order of its workbook: what may stand in it, and what becomes of it in a de-identified row. Only coded
answers and dates stay there; names, addresses, telephones, numbers of papers, case workers, organisations' texts and all other free text
are dropped, the date of birth becomes an age band. A field that is not listed as kept is dropped.
*/
import { htcdsPicklists } from './picklists.ts'

export type FieldKind = 'text' | 'date' | 'number' | 'yes-no' | 'one' | 'many' | 'country' | 'countries' | 'language' | 'phone'
interface FieldRule {
  readonly kind: FieldKind
  readonly withoutIdentity: 'kept' | 'dropped' | 'age-band'
  readonly alsoWritten?: readonly string[]
}
const field = (kind: FieldKind, withoutIdentity: FieldRule['withoutIdentity'], ...alsoWritten: readonly string[]): FieldRule => ({
  ...{ kind, withoutIdentity, alsoWritten },
})
const text = field('text', 'dropped')
const phone = field('phone', 'dropped')
const number = field('number', 'kept')
const date = field('date', 'kept')
const one = field('one', 'kept')
const many = field('many', 'kept')
const yesNo = field('yes-no', 'kept')
const language = field('language', 'kept')
/** Where a person lives: dropped, though it is a code. */
const homeCountry = field('country', 'dropped')
const homePosition = field('number', 'dropped')

export const htcdsFields = {
  ...{ org_Name: text, org_ShippingCity: text, org_ShippingCountry: homeCountry, org_ShippingState: text, org_ShippingStreet: text },
  ...{ org_ShippingPostalCode: text, org_ShippingLongitude: homePosition, org_ShippingLatitude: homePosition, org_Phone: phone },
  org_Type: one,
  // The survey form of the toolkit spells three names its own way; its prs_Title is labelled as a second name and is read as a title.
  ...{ prs_Salutation: text, prs_FirstName: field('text', 'dropped', 'prs_First_Name'), prs_MiddleName: text },
  ...{ prs_SecondName: field('text', 'dropped', 'prs_Second_Name'), prs_Birthdate: field('date', 'age-band'), prs_Gender: one },
  ...{ prs_Deceased: yesNo, prs_MaritalStatus: one, prs_NumberOfChildren: number, prs_PrimaryLanguage: language },
  ...{ prs_SecondaryLanguage: language, prs_HighestLevelOfEducation: one, prs_Citizenship: field('countries', 'kept') },
  ...{ prs_IdentityNumber: text, prs_Title: text, prs_Email: text, prs_HomePhone: phone, prs_MobilePhone: phone, prs_MailingCity: text },
  ...{ prs_MailingCountry: homeCountry, prs_MailingState: text, prs_MailingStreet: text, prs_MailingPostalCode: text },
  ...{ prs_MailingLongitude: homePosition, prs_MailingLatitude: homePosition },
  ...{ vic_AgreementToManagePersonalData: yesNo, vic_TraffickingStatus: one, vic_TraffickingStatusDecisionMakingOrg: one },
  ...{ vic_RelationshipToTrafficker: one, vic_AgeWhenTrafficked: number, vic_RecruitmentWebsitesAndApps: many },
  ...{ vic_MethodOfRecruitment: many, vic_LocationOfRecruitment: text },
  vic_MethodsOfControl: field('many', 'kept', 'vic_Methods_of_Control'),
  vic_TypeOfExploitation: many,
  // One in the standard, several in its survey form.
  vic_ForcedLabourIndustry: many,
  ...{ vic_TypeOfSexExploitation: many, vic_LocationOfExploitation: text, vic_ExploitationWebsitesAndApps: many },
  ...{ vic_Vulnerabilities: many, vic_DetailsOfVulnerabilities: text },
  ...{ per_RoleInProcess: many, per_RoleDetails: text, per_Organisation: text },
  ...{ cas_Status: one, cas_ReasonForCaseClosure: text, cas_CaseOwner: text, cas_ReferringOrganisation: text },
  ...{ cas_IncomingReferralDate: date, cas_ReferringPrimaryCaseWorker: text, cas_ReasonForIncomingReferral: one },
  ...{ cas_IncomingReferralDetails: text, cas_ReferredOrganisation: text, cas_ReferredPrimaryCaseWorker: text },
  ...{ cas_ReasonForOutgoingReferral: one, cas_OutgoingReferralDate: date, cas_OutgoingReferralDetails: text },
  ...{ cco_CaseComment: text, hte_Longitude: homePosition, hte_Latitude: homePosition, hte_City: text },
  ...{ hte_Country: field('country', 'kept'), hte_State: text, hte_Street: text, hte_PostalCode: text, hte_Date: date, hte_Type: one },
  ...{ hte_Description: text, spl_Objectives: text, spl_ActionPlan: text, spl_PlannedEndDate: date, spl_ActualEndDate: date },
  ...{ spl_Type: one, con_Consent: yesNo },
} as const satisfies { readonly [name: string]: FieldRule }

export type HtcdsField = keyof typeof htcdsFields
export const isHtcdsField = (name: string): name is HtcdsField => Object.hasOwn(htcdsFields, name)
export const htcdsNames: readonly HtcdsField[] = Object.keys(htcdsFields).filter(isHtcdsField)
export const ruleOf = (name: HtcdsField): FieldRule => htcdsFields[name]
export const fieldNamed = (heading: string): HtcdsField | undefined =>
  htcdsNames.find((name) => name === heading || ruleOf(name).alsoWritten?.includes(heading))

const LISTS: { readonly [field: string]: readonly string[] | undefined } = htcdsPicklists
export const picklistOf = (name: HtcdsField): readonly string[] => LISTS[name] ?? []
export const holdsSeveral = (name: HtcdsField): boolean => ['many', 'countries'].includes(ruleOf(name).kind)
