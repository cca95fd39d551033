/*
What each command says of itself that reads files in: the words that it takes and an example, apart from what it does, so that `--help` and a wrong word answer at once
and nothing of the program is read for them.
*/
import { fieldNames } from '../exchange/site-lists/fields.ts'
import { listKinds } from '../exchange/chain-lists/fields.ts'
import type { CommandText } from './command.ts'

export const importBoundariesText: CommandText = {
  name: 'import boundaries',
  summary:
    'Reads boundaries from a GeoJSON file. They replace those of the same level; the file is remembered by its hash. A CSV with code, name and parent is read as a list of areas without outlines (soums), one list for each country and level.',
  operands: ['FILE'],
  options: { level: { type: 'string', value: 'LEVEL', help: 'country, province or territoire' } },
  example: 'chanzo import boundaries cod_adm2.geojson --level territoire',
}

export const importChainText: CommandText = {
  name: 'import chain',
  summary:
    'Reads log sheets of mines (bags), sheets of traders (lots) or batches of tags from CSV or XLSX. Every row is tried first; --dry-run stops there. Columns are guessed by their headings; --map says them. A run that was cut off goes on when the command is given again; --undo takes an import back.',
  operands: ['FILE'],
  options: {
    'dry-run': { type: 'boolean', help: 'say what each row would do, write nothing to the register' },
    kind: { type: 'string', value: 'KIND', help: `${listKinds.join(', ')} (guessed by the headings)` },
    map: { type: 'string', value: 'F=H,…', help: 'which heading holds which field' },
    unit: { type: 'string', value: 'U', help: 'of weights: kg (default), g or t' },
    'month-first': { type: 'boolean', help: 'dates are written month first' },
    mineral: { type: 'string', value: 'M', help: 'Sn, Ta, W or Au, for rows that do not say it' },
    site: { type: 'string', value: 'ID', help: 'identifier of the site, for rows that do not say it' },
    holder: { type: 'string', value: 'ID', help: 'identifier of the organisation whose bags they are, for rows that do not say it' },
    issuer: { type: 'string', value: 'TEXT', help: 'who issued the tags' },
    doubtful: { type: 'boolean', help: 'take doubtful rows too, with their findings' },
    report: { type: 'string', value: 'FILE', help: 'write the report of all rows there (CSV)' },
    undo: { type: 'string', value: 'REASON', help: 'take back what the import of this file made' },
  },
  example: 'chanzo import chain fiches-2019.csv --holder 0190… --mineral Sn --report rapport.csv',
}

export const importActorsText: CommandText = {
  name: 'import actors',
  summary:
    'Reads a list of actors of conflicts: spellings of armed actors gathered from IPIS visits (JSON), or the actors of UCDP (CSV). The same letters are the same actor; what is near, or not sure, waits on the screen /actors for a person. A people is never made an armed group. A second import of a file adds nothing; a damaged row is named and the rest goes on.',
  operands: ['FILE'],
  options: { 'dry-run': { type: 'boolean', help: 'read and report, write nothing' } },
  example: 'chanzo import actors ucdp-actor-221.csv --dry-run',
}

export const importFlowsText: CommandText = {
  name: 'import flows',
  summary:
    'Reads groups counted at flow monitoring points (CSV, one line a group; a line of HXL tags is passed over). A group whose parts do not add up is kept and named. A second import of a file adds nothing, one that was cut off goes on; a damaged row is named and the rest goes in.',
  operands: ['FILE'],
  options: { 'dry-run': { type: 'boolean', help: 'read and report, write nothing' } },
  example: 'chanzo import flows fmr-2026-10.csv --dry-run',
}

export const importConflictText: CommandText = {
  name: 'import conflict',
  summary:
    'Reads events of violence: UCDP GED or Candidate (CSV as downloaded, or GeoJSON), or a table of your own in the columns of ACLED, which stays in this house and is in no export. A second import of a file changes nothing; a newer edition changes and withdraws what its source did; a damaged row is named and the rest goes on.',
  operands: ['FILE'],
  options: {
    'dry-run': { type: 'boolean', help: 'read and report, write nothing' },
    source: { type: 'string', value: 'KIND', help: 'ged (default), candidate or own' },
    country: { type: 'string', value: 'CC', help: 'CD (default) or MN; rows of others are left out' },
    covers: { type: 'string', value: 'FROM..UNTIL', help: 'days that the file tells of (else its years)' },
    name: { type: 'string', value: 'TEXT', help: 'how the source is cited' },
    'may-be-shared': { type: 'boolean', help: 'its terms allow to pass an own table on' },
  },
  example: 'chanzo import conflict ged251.csv --covers 1989-01-01..2024-12-31',
}

export const importIpisText: CommandText = {
  name: 'import ipis',
  summary:
    'Reads the IPIS open-data file of mine-site visits (CSV). A second import of the same file changes nothing; a damaged row is named and the rest goes on.',
  operands: ['FILE'],
  options: { 'dry-run': { type: 'boolean', help: 'read and report, write nothing' } },
  example: 'chanzo import ipis cod_mines_curated_all_opendata_p_ipis.csv --json',
}

export const importSitesText: CommandText = {
  name: 'import sites',
  summary:
    'Reads a list of sites (CSV or GeoJSON): new sites are registered, known ones corrected by what the list says. Columns are guessed by their headings; --map says them. A row with a fault is named and the rest goes on; a row that may be a known site waits.',
  operands: ['FILE'],
  options: {
    'dry-run': { type: 'boolean', help: 'say what each row would do, write nothing' },
    map: { type: 'string', value: 'F=H,…', help: `which heading holds which field: ${fieldNames.join(', ')}` },
    source: { type: 'string', value: 'TEXT', help: 'who drew the list up (default: liste de sites)' },
    date: { type: 'string', value: 'DAY', help: 'day of the list (default today)' },
    origin: { type: 'string', value: 'O', help: 'how positions were found: gps, approximation, village, map, unknown (default)' },
    likely: { type: 'string', value: 'W', help: 'rows that may be a known site: new or leave (default leave)' },
  },
  example:
    'chanzo import sites sites-sud-kivu.csv --map nationalId=Code,name=Nom,latitude=Lat,longitude=Long --source "DPM Sud-Kivu" --dry-run',
}

export const importSubmissionsText: CommandText = {
  name: 'import submissions',
  summary:
    'Reads filled-in forms exported from Kobo (JSON, or CSV with a table for each repeat), from ODK Central (OData) or as XML. What is here already is passed over, what differs is told, and a second import changes nothing. They are the observations of the account named with --as; without it they wait to be placed.',
  operands: ['FILE…'],
  options: {
    form: { type: 'string', value: 'ID', help: `the published form that was filled in (default inspection_cd)` },
    attachments: {
      type: 'string',
      value: 'FOLDER',
      help: 'where the photographs lie, under the names in the answers or those of the server',
    },
    as: { type: 'string', value: 'ACCOUNT', help: 'whose observations they are: address or identifier of an account' },
    'dry-run': { type: 'boolean', help: 'read and report, write nothing' },
  },
  example: 'chanzo import submissions kobo.json --form inspection_cd --attachments photos --as inspector@mines.example --dry-run',
}

export const countCtdcText: CommandText = {
  name: 'count ctdc',
  summary:
    'Reads a published file of CTDC microdata (CSV) as a stream: shares by the rule of the codebook, and how many combinations of attributes enough people share. Needs no database and keeps nothing.',
  operands: ['FILE'],
  options: {
    least: { type: 'string', value: 'K', help: 'least persons of a combination (default 10); counts are rounded down to a multiple of it' },
    together: { type: 'string', value: 'N', help: 'attributes together, at most 3 (default 3)' },
    out: { type: 'string', value: 'FILE', help: 'write the combinations here, as selection,count' },
  },
  example: 'chanzo count ctdc ctdc-2024.csv --together 2 --out combinations.csv',
}
