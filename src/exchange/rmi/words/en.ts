/* What is refused of a workbook, in English. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.rmi-not-a-workbook': 'This file is no whole Excel workbook (.xlsx). Download RMI’s template again and send it as it is.',
  'refusal.rmi-too-large': 'This workbook unfolds to more than {most} MB, so it is no template of RMI. Send the original file.',
  'refusal.rmi-has-macros': 'This workbook has macros. RMI’s templates have none: send the original .xlsx file.',
  'refusal.rmi-not-a-template': 'This workbook is neither a CMRT nor an EMRT nor an AMRT. Sheets found: {sheets}.',
  'refusal.rmi-version-unknown':
    '{kind} version {version}: its cells are not known. Versions that are filled: {known}. Nothing was written.',
  'refusal.rmi-layout-unknown':
    '{kind} {version}: the sheet “{sheet}” does not have the labels expected. Set the workbook to English and save it, or take CMRT 6.5. Nothing was written.',
  'refusal.rmi-no-sources': 'The record did not answer for your account. Ask for the right to write reports.',
}
