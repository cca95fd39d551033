/* What is wrong with a list of sites: the whole file (list-…) or one row (row-…). */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.no-such-list': 'This list is no longer here (it is kept for a month), or somebody else sent it. Send the file again.',
  'refusal.list-empty': 'The file is empty. Check the export, then send it again; nothing was written.',
  'refusal.list-is-a-workbook': 'This is an Excel workbook, not a list. In Excel: File, Save as, “CSV UTF-8”, then send that file.',
  'refusal.list-not-text': 'This file is neither CSV nor GeoJSON. Export the list as CSV, then send it again.',
  'refusal.list-quote-open':
    'A quotation mark opened on line {line} is never closed: the lines after it cannot be read. Close or remove it, then send again.',
  'refusal.list-too-long': 'This file has {rows} rows; at most {most} are taken. Split it into several files.',
  'refusal.list-heading-twice': 'Two columns are called “{column}”. Rename one of them, then send again.',
  'refusal.list-one-column': 'Only one column was found (“{found}”). Separate the columns by commas, semicolons or tabs, then send again.',
  'refusal.list-not-geojson': 'This file begins like GeoJSON but cannot be read. Export it again, then send it.',
  'refusal.list-not-collection': 'This GeoJSON is a “{type}”, not a FeatureCollection. Export the whole layer, then send it.',
  'refusal.list-other-projection': 'This GeoJSON is in another projection ({name}). Export it in WGS 84 (EPSG:4326), then send it.',
  'refusal.list-no-such-column': 'The column “{column}” is not in the file. Its columns are: {columns}. Choose another one.',
  'refusal.list-column-twice': 'The column “{column}” is used twice. Give each column one meaning.',
  'refusal.list-field-needed': 'Say which column holds the field {field}: without the key and the name of the site no row can be taken.',
  'refusal.list-no-such-field': 'There is no field “{field}”. The fields are: {fields}.',
  'refusal.list-day-in-the-future': 'The date of the list is in the future. Give the day on which it was drawn up.',

  'refusal.list-needs-a-registrar':
    'You may try a list, not write it to the register. Ask the ministry, the mines division or the cadastre to run it.',

  'refusal.row-uneven': 'This row has {found} cells instead of {wanted}. Look for a separator too many or a forgotten quotation mark.',
  'refusal.row-needed': 'This cell is empty: the key and the name of the site are needed.',
  'refusal.row-too-long': 'This text is too long; at most {most} letters.',
  'refusal.row-key-twice': 'The key {found} is already on line {line}. One key, one site: correct one of the two.',
  'refusal.row-not-degrees': '“{found}” is not a coordinate. Write for example -2.0601 or 2°03\'36"S.',
  'refusal.row-half-a-position': 'The latitude or the longitude is missing. Give both, or neither.',
  'refusal.row-not-on-the-globe':
    'Latitude {latitude}, longitude {longitude}: this point is not on the globe. Is it another projection (UTM)? Give degrees.',
  'refusal.row-turned':
    'Latitude {latitude}, longitude {longitude}: outside the country ({country}), but inside when they are exchanged. Check which column is the latitude.',
  'refusal.row-outside-country':
    'Latitude {latitude}, longitude {longitude}: this point is outside the country ({country}). Check sign and digits.',
  'refusal.row-mineral-unknown': '“{found}” is not a known mineral. Write gold, cassiterite, coltan, wolframite or other.',
  'refusal.row-activity-unknown': '“{found}”: write active, inactive, abandoned or unknown.',
  'refusal.row-not-a-day': '“{found}” is not a date. Write 2026-11-21 or 21/11/2026.',
  'refusal.row-in-the-future': '“{found}” is in the future. Correct the date.',
  'refusal.row-not-a-count': '“{found}” is not a whole number. Write for example 120; leave empty what was not counted.',
  'refusal.row-not-a-number': '“{found}” is not a number. Write for example 12.5.',
  'refusal.row-not-yes-or-no': '“{found}”: write yes, no or unknown.',
  'refusal.row-access-unknown': '“{found}”: write car, motorbike, foot, boat or none.',
  'refusal.row-scheme-unknown': '“{found}” is not a known traceability scheme. Write iTSCi, RCS, iTOA, other or none.',
  'refusal.row-geometry-not-taken': 'This shape ({type}) is not taken. Give a point or a polygon of one piece.',
}
