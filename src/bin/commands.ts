/* The list of commands: name, one line, and where to find it. A command's file is read only when it is asked for. */
import type { Command } from './command.ts'

interface Named {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

export const commands: readonly Named[] = [
  { name: 'serve', summary: 'start the server', load: async () => (await import('./commands/serve.ts')).serve },
  {
    name: 'import ipis',
    summary: 'read the IPIS open-data file of mine-site visits',
    load: async () => (await import('./commands/import-ipis.ts')).importIpisCommand,
  },
  {
    name: 'import sites',
    summary: 'read a list of sites (CSV or GeoJSON)',
    load: async () => (await import('./commands/import-sites.ts')).importSitesCommand,
  },
  {
    name: 'import chain',
    summary: 'read log sheets, traders’ sheets or tags of earlier years (CSV or XLSX)',
    load: async () => (await import('./commands/import-chain.ts')).importChainCommand,
  },
  {
    name: 'import submissions',
    summary: 'read forms filled in with Kobo, Central or Collect',
    load: async () => (await import('./commands/import-submissions.ts')).importSubmissionsCommand,
  },
  {
    name: 'import boundaries',
    summary: 'read boundaries of provinces or territoires (GeoJSON)',
    load: async () => (await import('./commands/import-boundaries.ts')).importBoundariesCommand,
  },
  {
    name: 'report validity',
    summary: 'which green sites had lapsed, where armed men were seen while green',
    load: async () => (await import('./commands/report-validity.ts')).reportValidity,
  },
  { name: 'trace', summary: 'where a lot comes from: sites, bags, shares', load: async () => (await import('./commands/trace.ts')).trace },
  {
    name: 'scan',
    summary: 'ask the rules about figures about everything on record',
    load: async () => (await import('./commands/scan.ts')).scan,
  },
  { name: 'verify', summary: 'check a certificate code without network', load: async () => (await import('./commands/verify.ts')).verify },
  {
    name: 'ledger export',
    summary: 'write the public ledger as files for any web server',
    load: async () => (await import('./commands/ledger-export.ts')).ledgerExport,
  },
  {
    name: 'ledger verify',
    summary: 'check a public ledger, ours or another, and that it only grew',
    load: async () => (await import('./commands/ledger-verify.ts')).ledgerVerify,
  },
  { name: 'keys list', summary: 'the keys that sign certificates', load: async () => (await import('./commands/keys.ts')).keysList },
  { name: 'keys rotate', summary: 'a new key for certificates', load: async () => (await import('./commands/keys.ts')).keysRotate },
  { name: 'keys revoke', summary: 'revoke a stolen key from a day on', load: async () => (await import('./commands/keys.ts')).keysRevoke },
  {
    name: 'ledger witness',
    summary: 'have a witness cosign our public ledger',
    load: async () => (await import('./commands/ledger-witness.ts')).ledgerWitness,
  },
  {
    name: 'ledger watch',
    summary: 'be a witness for the public ledger of another',
    load: async () => (await import('./commands/ledger-witness.ts')).ledgerWatch,
  },
  {
    name: 'log verify',
    summary: 'recompute the chain of the log and every signature',
    load: async () => (await import('./commands/log-verify.ts')).logVerify,
  },
  {
    name: 'rebuild',
    summary: 'make the read tables again from the log',
    load: async () => (await import('./commands/rebuild.ts')).rebuildCommand,
  },
  {
    name: 'form convert',
    summary: 'write the XForm of an XLSForm workbook',
    load: async () => (await import('./commands/form-convert.ts')).formConvert,
  },
  { name: 'user add', summary: 'give somebody an account', load: async () => (await import('./commands/user-add.ts')).userAdd },
  {
    name: 'user password',
    summary: 'give somebody a new password',
    load: async () => (await import('./commands/user-password.ts')).userPassword,
  },
  {
    name: 'token issuer',
    summary: 'believe the signed tokens of another authority',
    load: async () => (await import('./commands/token-issuer.ts')).tokenIssuer,
  },
  { name: 'token add', summary: 'give a machine a token', load: async () => (await import('./commands/token-add.ts')).tokenAdd },
  {
    name: 'backup',
    summary: 'write everything in the database to one file',
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: 'fill an empty database from a backup file',
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  {
    name: 'mail test',
    summary: 'send one letter, to see whether the mail settings work',
    load: async () => (await import('./commands/mail-test.ts')).mailTest,
  },
  {
    name: 'files sweep',
    summary: 'remove files that were sent and never attached to anything',
    load: async () => (await import('./commands/files-sweep.ts')).filesSweep,
  },
]
