/*
What each command says of itself: the words that it takes and an example, apart from what it does, so that `--help` and a wrong word answer at once
and nothing of the program is read for them.
*/
import type { CommandText } from './command.ts'

const mailOptions: CommandText['options'] = {
  'smtp-url': {
    type: 'string',
    value: 'URL',
    help: 'mail server, smtp:// or smtps:// (default CHANZO_SMTP_URL; a password belongs there)',
  },
  'mail-from': { type: 'string', value: 'ADDRESS', help: 'sender of letters (default CHANZO_MAIL_FROM)' },
}

export const backupText: CommandText = {
  name: 'backup',
  summary: 'Writes everything in the database to one file, readable by its owner only. Keys are not in it: copy the folder keys by hand.',
  operands: ['FILE'],
  options: { force: { type: 'boolean', help: 'overwrite FILE' } },
  example: 'chanzo backup /media/usb/chanzo-2026-11-21.backup',
}

export const filesSweepText: CommandText = {
  name: 'files sweep',
  summary: 'Removes photographs and papers that were sent and never attached to anything. What any fact names stays.',
  operands: [],
  options: {
    'older-than': { type: 'string', value: 'DAYS', help: 'days since the file was last sent (default 180, at least 90)' },
    'dry-run': { type: 'boolean', help: 'count them and remove nothing' },
  },
  example: 'chanzo files sweep --older-than 180 --dry-run',
}

export const formConvertText: CommandText = {
  name: 'form convert',
  summary: 'Writes the XForm of an XLSForm workbook (.xlsx, .xls) or of its tables as Markdown (.md) to stdout. Publishes nothing.',
  operands: ['FILE'],
  options: {},
  example: 'chanzo form convert inspection.xlsx > inspection.xml',
}

export const keysRotateText: CommandText = {
  name: 'keys rotate',
  summary: 'Makes a new key that signs certificates from now on; the old one stays in the list of keys with today as its last day.',
  operands: ['PURPOSE'],
  options: { reason: { type: 'string', value: 'TEXT', help: 'why; kept in the log' } },
  example: 'chanzo keys rotate certificate --reason "every year"',
}

export const keysRevokeText: CommandText = {
  name: 'keys revoke',
  summary:
    'Revokes a key that was stolen: of what it signed, only what this log had before that day still counts. If it signs now, a new key takes its place at once.',
  operands: ['PURPOSE', 'KEY'],
  options: {
    since: { type: 'string', value: 'DATE', help: 'first day on which it may have been in other hands' },
    reason: { type: 'string', value: 'TEXT', help: 'why; kept in the log' },
  },
  example: 'chanzo keys revoke certificate 3b6a… --since 2026-11-20 --reason "server was stolen"',
}

export const keysListText: CommandText = {
  name: 'keys list',
  summary: 'The keys that sign certificates, newest first, with what each signed.',
  operands: [],
  options: {},
  example: 'chanzo keys list',
}

export const ledgerExportText: CommandText = {
  name: 'ledger export',
  summary:
    'Writes the public ledger into DIR as files that any web server can hand out: checkpoint, tiles, entries. The next time only what grew.',
  operands: ['DIR'],
  options: {},
  example: 'chanzo ledger export /srv/www/ledger --data /srv/chanzo',
}

export const ledgerVerifyText: CommandText = {
  name: 'ledger verify',
  summary:
    'Checks a public ledger: signature of its head, every entry, every tile; with --since also that nothing that was in it before is gone or changed. Exit code 0 only when all of it holds.',
  operands: ['[PLACE]'],
  options: {
    key: { type: 'string', value: 'KEY', help: 'name+id+key as its owner published it; without it the one beside the files is believed' },
    since: { type: 'string', value: 'HEAD', help: 'what you kept from before: the file of a checkpoint, or "SIZE ROOT" typed from paper' },
    keep: { type: 'string', value: 'FILE', help: 'when all holds, keep the checkpoint of now here, for the next --since' },
  },
  example: 'chanzo ledger verify https://mines.example/ledger --since checkpoint.txt --keep checkpoint.txt',
}

export const ledgerWitnessText: CommandText = {
  name: 'ledger witness',
  summary: 'From now on the witness at URL is asked to cosign every new head of our ledger. KEY is the witness’s, as it published it.',
  operands: ['URL', 'KEY'],
  options: {},
  example: 'chanzo ledger witness https://university.example/ledger university.example/witness+1a2b3c4d+BAAA…',
}

export const ledgerWatchText: CommandText = {
  name: 'ledger watch',
  summary: 'This server becomes a witness for the ledger of KEY and cosigns its heads while they only grow. Prints our witness key.',
  operands: ['KEY'],
  options: {},
  example: 'chanzo ledger watch mines.example/ledger+1a2b3c4d+AQAA…',
}

export const casesCheckText: CommandText = {
  name: 'cases check',
  summary: 'Compares teams, looks and handed keys of all cases of persons with the log, and says what was written or taken past it.',
  operands: [],
  options: {},
  example: 'chanzo cases check --data /srv/chanzo --json',
}

export const logVerifyText: CommandText = {
  name: 'log verify',
  summary: 'Recomputes the chain of the log and every signature, and names the first bad entry and the server keys that signed.',
  operands: [],
  options: { trust: { type: 'string', value: 'KEYS', help: 'server keys that may have signed, separated by commas; any other is a no' } },
  example: 'chanzo log verify --data /srv/chanzo --json',
}

export const mailTestText: CommandText = {
  name: 'mail test',
  summary: 'Sends one letter to ADDRESS with the mail settings at hand, and says what the mail server answered.',
  operands: ['ADDRESS'],
  options: mailOptions,
  example:
    'CHANZO_SMTP_URL=smtps://user:password@mail.example:465 CHANZO_MAIL_FROM=chanzo@mines.example chanzo mail test officer@mines.example',
}

export const rebuildText: CommandText = {
  name: 'rebuild',
  summary:
    'Empties the read tables and makes them again from the log, under one lock. With --check it rebuilds beside the live tables and compares.',
  operands: [],
  options: { check: { type: 'boolean', help: 'compare only; nothing is changed' } },
  example: 'chanzo rebuild --check --json',
}

export const reportValidityText: CommandText = {
  name: 'report validity',
  summary:
    'Tells how many sites were ever green, how many of them had lapsed on a day, where armed interference was recorded while a green status was valid, and which sites nobody has visited for years.',
  operands: [],
  options: {
    'as-of': { type: 'string', value: 'DAY', help: 'only what happened on or before this day counts (default today)' },
  },
  example: 'chanzo report validity --as-of 2024-02-29 --json',
}

export const restoreText: CommandText = {
  name: 'restore',
  summary: 'Fills an empty data folder or database from a backup file. Then check it with chanzo log verify.',
  operands: ['FILE'],
  options: {},
  example: 'chanzo restore /media/usb/chanzo-2026-11-21.backup --data /srv/chanzo-new',
}

export const scanText: CommandText = {
  name: 'scan',
  summary:
    'Asks the rules about figures (F01 to F42) about everything on record. What is known already is not found twice. Exit code 1 when the scan broke off.',
  operands: [],
  options: {},
  example: 'chanzo scan --data /srv/chanzo --json',
}

export const serveText: CommandText = {
  name: 'serve',
  summary: 'Starts the server. Without --empty a new data folder gets the demonstration: a small fictional province.',
  operands: [],
  options: {
    port: { type: 'string', value: 'N', help: 'where to listen (default 4870)' },
    empty: { type: 'boolean', help: 'no demonstration' },
    hall: {
      type: 'boolean',
      help: 'lets telephones of a workshop in over the local network: to the pages of its hall, and to nothing else',
    },
    'hall-port': { type: 'string', value: 'N', help: 'where the hall listens (default 4871)' },
    ...mailOptions,
    'days-ahead': { type: 'string', value: 'N', help: 'the demonstration as it will stand in N days: periods end, clocks run out' },
  },
  example: 'chanzo serve --data /srv/chanzo --port 8080 --empty',
}

export const tokenAddText: CommandText = {
  name: 'token add',
  summary: 'Gives a machine a token for the interfaces. It is shown once; only its hash is kept.',
  operands: [],
  options: {
    name: { type: 'string', value: 'N', help: 'what the machine is called in the list of tokens' },
    role: {
      type: 'string',
      value: 'R',
      help: 'integrator, epcis-client for one that reads all of custody, or map-reader for a map program',
    },
  },
  example: 'chanzo token add --name customs-gateway --role integrator --json',
}

export const tokenIssuerText: CommandText = {
  name: 'token issuer',
  summary: 'Believes the signed tokens (JWT) of another authority: its public key, one algorithm, and what its roles mean here.',
  operands: [],
  options: {
    issuer: { type: 'string', value: 'URL', help: 'what stands in iss' },
    audience: { type: 'string', value: 'A', help: 'what stands in aud' },
    algorithm: { type: 'string', value: 'ALG', help: 'EdDSA, ES256, ES384, PS256 or RS256; no other is taken from this issuer' },
    key: { type: 'string', value: 'FILE', help: 'the public key, PEM or JWK' },
    'roles-claim': { type: 'string', value: 'NAME', help: 'where the token says its roles (default roles)' },
    roles: { type: 'string', value: 'LIST', help: 'their word=our role, separated by commas' },
  },
  example:
    'chanzo token issuer --issuer https://mines.example --audience chanzo --algorithm EdDSA --key mines.pem --roles data-centre=integrator,map=map-reader',
}

export const traceText: CommandText = {
  name: 'trace',
  summary:
    'Shows where a lot comes from: sites with their share, the least and the most that is proven, findings. With --of it follows a site’s production, or whoever and whatever was touched.',
  operands: ['LOT'],
  options: {
    of: { type: 'string', value: 'WHAT', help: 'what LOT is: lot (default), site, organisation, place, road, paper, tag' },
    since: { type: 'string', value: 'DAY', help: 'produced or touched on that day or later' },
    'as-of': { type: 'string', value: 'DAY', help: 'as it stood on that day' },
  },
  example: 'chanzo trace EXP-2026-0001 --json',
}

export const userAddText: CommandText = {
  name: 'user add',
  summary: 'Gives somebody an account with a role. Several roles are separated by commas; areas are p-codes.',
  operands: [],
  options: {
    email: { type: 'string', value: 'E', help: 'address to sign in with' },
    role: {
      type: 'string',
      value: 'R',
      help: 'MINES_NAT (registers sites, plans missions), MINISTER (signs orders), ADMINISTRATOR (accounts); all in docs/guide/operator.md',
    },
    'password-stdin': { type: 'boolean', help: 'read the password from standard input (12 characters or more)' },
    name: { type: 'string', value: 'N', help: 'name, shown to administrators only' },
    organisation: { type: 'string', value: 'O', help: 'identifier or exact name' },
    area: { type: 'string', value: 'CODE', help: 'p-codes of provinces or territoires (default everywhere)' },
    language: { type: 'string', value: 'L', help: 'fr (default) or en' },
  },
  example: 'chanzo user add --email officer@mines.example --role MINES_PROV --area CD62 --password-stdin < password.txt',
}

export const userPasswordText: CommandText = {
  name: 'user password',
  summary: 'Gives somebody a new password and ends all their sessions; the password comes on standard input.',
  operands: [],
  options: {
    email: { type: 'string', value: 'E', help: 'address they sign in with' },
    'password-stdin': { type: 'boolean', help: 'read the password from standard input (12 characters or more)' },
    'drop-second-factor': { type: 'boolean', help: 'their telephone is lost as well: two-step confirmation is switched off' },
  },
  example: 'chanzo user password --email officer@mines.example --password-stdin < password.txt',
}

export const verifyText: CommandText = {
  name: 'verify',
  summary:
    'Checks the code of a certificate, or its credential (VC-JWT): genuine, altered, expired, revoked (as of when), unknown issuer. Exit code 0 only for genuine and valid.',
  operands: ['FILE'],
  options: {
    trust: { type: 'string', value: 'FILE', help: 'a list of keys that was brought; then nothing else is opened' },
    root: { type: 'string', value: 'KEY', help: 'root key of that list, hexadecimal, as its owner published it' },
    revocations: { type: 'string', value: 'FILE', help: 'a list of revoked certificates that was brought' },
    register: { type: 'string', value: 'FILE', help: 'the register of offices that was brought (/api/issue-register)' },
    did: {
      type: 'string',
      value: 'FILE',
      help: 'for a credential: the key document of its issuer (did.json) that was brought; then nothing else is opened',
    },
    status: { type: 'string', value: 'FILE', help: 'for a credential: the status list that was brought' },
  },
  example: 'chanzo verify certificate.txt --json',
}
