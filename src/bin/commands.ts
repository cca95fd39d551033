/* The list of commands: name, one line, and where to find it. A command's file is read only when it is asked for. */
import type { Command, CommandText } from './command.ts'
import {
  countCtdcText,
  importActorsText,
  importBoundariesText,
  importChainText,
  importConflictText,
  importFlowsText,
  importIpisText,
  importSitesText,
  importSubmissionsText,
} from './command-texts-import.ts'
import { importTrainingText } from './command-texts-training.ts'
import {
  backupText,
  casesCheckText,
  filesSweepText,
  formConvertText,
  keysListText,
  keysRevokeText,
  keysRotateText,
  ledgerExportText,
  ledgerVerifyText,
  ledgerWatchText,
  ledgerWitnessText,
  logVerifyText,
  mailTestText,
  rebuildText,
  reportValidityText,
  restoreText,
  scanText,
  serveText,
  tokenAddText,
  tokenIssuerText,
  traceText,
  userAddText,
  userPasswordText,
  verifyText,
} from './command-texts.ts'

interface Named {
  readonly text: CommandText
  /** One line for the overview. */
  readonly summary: string
  readonly load: () => Promise<Command>
}

export const commands: readonly Named[] = [
  { text: serveText, summary: 'start the server', load: async () => (await import('./commands/serve.ts')).serve },
  {
    text: importIpisText,
    summary: 'read the IPIS open-data file of mine-site visits',
    load: async () => (await import('./commands/import-ipis.ts')).importIpisCommand,
  },
  {
    text: importConflictText,
    summary: 'read events of violence (UCDP, or a table of your own)',
    load: async () => (await import('./commands/import-conflict.ts')).importConflictCommand,
  },
  {
    text: importFlowsText,
    summary: 'read groups counted at flow monitoring points (CSV)',
    load: async () => (await import('./commands/import-flows.ts')).importFlowsCommand,
  },
  {
    text: importTrainingText,
    summary: 'read participations in trainings (CSV or XLSX)',
    load: async () => (await import('./commands/import-training.ts')).importTrainingCommand,
  },
  {
    text: importActorsText,
    summary: 'read a list of actors of conflicts (IPIS spellings, UCDP)',
    load: async () => (await import('./commands/import-actors.ts')).importActorsCommand,
  },
  {
    text: importSitesText,
    summary: 'read a list of sites (CSV or GeoJSON)',
    load: async () => (await import('./commands/import-sites.ts')).importSitesCommand,
  },
  {
    text: importChainText,
    summary: 'read log sheets, traders’ sheets or tags of earlier years (CSV or XLSX)',
    load: async () => (await import('./commands/import-chain.ts')).importChainCommand,
  },
  {
    text: importSubmissionsText,
    summary: 'read forms filled in with Kobo, Central or Collect',
    load: async () => (await import('./commands/import-submissions.ts')).importSubmissionsCommand,
  },
  {
    text: importBoundariesText,
    summary: 'read boundaries of provinces or territoires (GeoJSON)',
    load: async () => (await import('./commands/import-boundaries.ts')).importBoundariesCommand,
  },
  {
    text: reportValidityText,
    summary: 'which green sites had lapsed, where armed men were seen while green',
    load: async () => (await import('./commands/report-validity.ts')).reportValidity,
  },
  {
    text: countCtdcText,
    summary: 'shares and safe combinations of a published CTDC file',
    load: async () => (await import('./commands/count-ctdc.ts')).countCtdc,
  },
  {
    text: traceText,
    summary: 'where a lot comes from: sites, bags, shares',
    load: async () => (await import('./commands/trace.ts')).trace,
  },
  {
    text: scanText,
    summary: 'ask the rules about figures about everything on record',
    load: async () => (await import('./commands/scan.ts')).scan,
  },
  {
    text: verifyText,
    summary: 'check a certificate code without network',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    text: ledgerExportText,
    summary: 'write the public ledger as files for any web server',
    load: async () => (await import('./commands/ledger-export.ts')).ledgerExport,
  },
  {
    text: ledgerVerifyText,
    summary: 'check a public ledger, ours or another, and that it only grew',
    load: async () => (await import('./commands/ledger-verify.ts')).ledgerVerify,
  },
  { text: keysListText, summary: 'the keys that sign certificates', load: async () => (await import('./commands/keys.ts')).keysList },
  { text: keysRotateText, summary: 'a new key for certificates', load: async () => (await import('./commands/keys.ts')).keysRotate },
  { text: keysRevokeText, summary: 'revoke a stolen key from a day on', load: async () => (await import('./commands/keys.ts')).keysRevoke },
  {
    text: ledgerWitnessText,
    summary: 'have a witness cosign our public ledger',
    load: async () => (await import('./commands/ledger-witness.ts')).ledgerWitness,
  },
  {
    text: ledgerWatchText,
    summary: 'be a witness for the public ledger of another',
    load: async () => (await import('./commands/ledger-witness.ts')).ledgerWatch,
  },
  {
    text: casesCheckText,
    summary: 'compare teams, looks and keys of cases with the log',
    load: async () => (await import('./commands/cases-check.ts')).casesCheck,
  },
  {
    text: logVerifyText,
    summary: 'recompute the chain of the log and every signature',
    load: async () => (await import('./commands/log-verify.ts')).logVerify,
  },
  {
    text: rebuildText,
    summary: 'make the read tables again from the log',
    load: async () => (await import('./commands/rebuild.ts')).rebuildCommand,
  },
  {
    text: formConvertText,
    summary: 'write the XForm of an XLSForm workbook',
    load: async () => (await import('./commands/form-convert.ts')).formConvert,
  },
  { text: userAddText, summary: 'give somebody an account', load: async () => (await import('./commands/user-add.ts')).userAdd },
  {
    text: userPasswordText,
    summary: 'give somebody a new password',
    load: async () => (await import('./commands/user-password.ts')).userPassword,
  },
  {
    text: tokenIssuerText,
    summary: 'believe the signed tokens of another authority',
    load: async () => (await import('./commands/token-issuer.ts')).tokenIssuer,
  },
  { text: tokenAddText, summary: 'give a machine a token', load: async () => (await import('./commands/token-add.ts')).tokenAdd },
  {
    text: backupText,
    summary: 'write everything in the database to one file',
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  {
    text: restoreText,
    summary: 'fill an empty database from a backup file',
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  {
    text: mailTestText,
    summary: 'send one letter, to see whether the mail settings work',
    load: async () => (await import('./commands/mail-test.ts')).mailTest,
  },
  {
    text: filesSweepText,
    summary: 'remove files that were sent and never attached to anything',
    load: async () => (await import('./commands/files-sweep.ts')).filesSweep,
  },
]
