/*
The words of GS1's Core Business Vocabulary (CBV 2.0): the short forms that a JSON document may use, and the full URI that each stands
for. Comparing and hashing use the full URI; documents are written with the short one. Anybody's own URI is as good as a word of CBV.
*/
export const bizSteps =
  `accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting decommissioning departing
destroying disassembling dispensing encoding entering_exiting holding inspecting installing killing loading other packing picking receiving
removing repackaging repairing replacing reserving retail_selling shipping staging_outbound stock_taking stocking storing transporting
unloading unpacking void_shipping sensor_reporting sampling`.split(/\s+/)

export const dispositions =
  `active container_closed damaged destroyed dispensed disposed encoded expired in_progress in_transit inactive no_pedigree_match
non_sellable_other partially_dispensed recalled reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unknown
available completeness_verified completeness_inferred conformant container_open mismatch_instance mismatch_class mismatch_quantity
needs_replacement non_conformant unavailable`.split(/\s+/)

export const bizTransactionTypes = 'bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt'.split(' ')
export const sourceDestinationTypes = ['owning_party', 'possessing_party', 'location']
export const errorReasons = ['did_not_occur', 'incorrect_data']
export const sensorAlerts = ['ALARM_CONDITION', 'ERROR_CONDITION']
export const components =
  `x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude longitude altitude`.split(' ')

export const measurementTypes =
  `AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Radioactivity Altitude AmountOfSubstance AmountOfSubstancePerUnitVolume Angle
AngularAcceleration AngularMomentum AngularVelocity Area Capacitance Conductance Conductivity Count Density Dimensionless DoseEquivalent
DoseEquivalentRate DynamicViscosity ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force
Frequency Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux LuminousIntensity MagneticFlux
MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy
MolarMass MolarVolume Power Pressure RadiantFlux RadiantIntensity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed
SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber`.split(/\s+/)

const CBV = 'https://ref.gs1.org/cbv/'
const VOC = 'https://ref.gs1.org/voc/'

interface Vocabulary {
  readonly words: readonly string[]
  /** The full URI is this and the word. */
  readonly start: string
  /** How CBV 1.x wrote the same: `urn:epcglobal:cbv:bizstep:`. */
  readonly urn: string | null
}
const vocabularies = {
  bizStep: { words: bizSteps, start: `${CBV}BizStep-`, urn: 'bizstep' },
  disposition: { words: dispositions, start: `${CBV}Disp-`, urn: 'disp' },
  bizTransactionType: { words: bizTransactionTypes, start: `${CBV}BTT-`, urn: 'btt' },
  sourceDestinationType: { words: sourceDestinationTypes, start: `${CBV}SDT-`, urn: 'sdt' },
  errorReason: { words: errorReasons, start: `${CBV}ER-`, urn: 'er' },
  component: { words: components, start: `${CBV}Comp-`, urn: null },
  measurementType: { words: measurementTypes, start: VOC, urn: null },
  sensorAlert: { words: sensorAlerts, start: VOC, urn: null },
} as const satisfies { readonly [field: string]: Vocabulary }
export type VocabularyField = keyof typeof vocabularies

export const wordsOf = (field: VocabularyField): readonly string[] => vocabularies[field].words

/** Prefixes that every EPCIS document may use without binding them. */
export const standardPrefixes: ReadonlyMap<string, string> = new Map([
  ['epcis', 'https://ref.gs1.org/epcis/'],
  ['cbv', CBV],
  ['gs1', VOC],
  ['cbvmda', 'urn:epcglobal:cbv:mda:'],
])

/** GS1 moved its web vocabulary: older documents bind `gs1` to the address before. */
const oldVocabulary = /^https?:\/\/(?:www\.)?gs1\.org\/voc\//

/** Full URI of a short CBV word (`shipping` → `https://ref.gs1.org/cbv/BizStep-shipping`); CURIEs and older spellings are folded; other URIs stay. */
export function fullTerm(field: VocabularyField, value: string): string {
  const { words, start, urn }: Vocabulary = vocabularies[field]
  if (words.includes(value)) return start + value
  if (urn !== null && value.startsWith(`urn:epcglobal:cbv:${urn}:`)) return start + value.slice(`urn:epcglobal:cbv:${urn}:`.length)
  return expandStandard(value).replace(oldVocabulary, VOC)
}

/** The short word where CBV has one, for writing. */
export function shortTerm(field: VocabularyField, value: string): string {
  const { words, start }: Vocabulary = vocabularies[field]
  const full = fullTerm(field, value)
  const word = full.startsWith(start) ? full.slice(start.length) : ''
  return words.includes(word) ? word : value
}

/** A compact URI of GS1's own prefixes (`cbv:BizStep-shipping`) written in full. */
export function expandStandard(value: string): string {
  const colon = value.indexOf(':')
  const bound = colon > 0 ? standardPrefixes.get(value.slice(0, colon)) : undefined
  return bound === undefined ? value : bound + value.slice(colon + 1)
}
