/*
What a column of a list may mean, and by which headings it is guessed: French and English, as ministries, divisions and partners
write them, and the tags of the humanitarian exchange language. A guess is shown and can be changed; it never decides by itself.
*/
export const fieldNames = [
  'nationalId',
  'name',
  'aliases',
  'latitude',
  'longitude',
  'altitude',
  'province',
  'territoire',
  'collectivite',
  'groupement',
  'village',
  'minerals',
  'activity',
  'date',
  'workersMen',
  'workersWomen',
  'under15',
  'from15To18',
  'pits',
  'pitDepth',
  'mercury',
  'accessDry',
  'accessWet',
  'scheme',
] as const
export type FieldName = (typeof fieldNames)[number]
export const neededFields = ['nationalId', 'name'] as const satisfies readonly FieldName[]

/** Field by column number. */
export type Mapping = { readonly [Field in FieldName]?: number }

const HEADINGS: { readonly [Field in FieldName]: readonly string[] } = {
  nationalId: [
    'code',
    'code site',
    'code du site',
    'id',
    'id site',
    'identifiant',
    'identifiant national',
    'numero',
    'pcode',
    'site id',
    'site code',
    'national id',
    'national key',
    'cle nationale',
    'nationalid',
  ],
  name: ['nom', 'nom du site', 'nom site', 'site', 'site minier', 'denomination', 'name', 'site name', 'mine', 'nom du site minier'],
  aliases: ['alias', 'autres noms', 'autre nom', 'aliases', 'other names', 'surnom'],
  latitude: ['latitude', 'lat', 'y', 'coord y', 'latitude dd', 'gps latitude', 'lat dd'],
  longitude: ['longitude', 'lon', 'long', 'lng', 'x', 'coord x', 'longitude dd', 'gps longitude', 'long dd', 'lon dd'],
  altitude: ['altitude', 'alt', 'elevation', 'altitude m'],
  province: ['province', 'adm1', 'adm1 name'],
  territoire: ['territoire', 'territory', 'adm2', 'adm2 name', 'ville ou territoire'],
  collectivite: ['collectivite', 'chefferie', 'secteur', 'chefferie secteur', 'collectivity', 'secteur chefferie'],
  groupement: ['groupement', 'grouping'],
  village: ['village', 'localite', 'locality'],
  minerals: [
    'minerai',
    'minerais',
    'mineral',
    'minerals',
    'substance',
    'substances',
    'produit',
    'filiere',
    'commodity',
    'substance exploitee',
    'mineraux',
  ],
  activity: ['activite', 'statut activite', 'etat', 'etat du site', 'activity', 'activity status', 'en activite'],
  date: ['date', 'date de visite', 'date visite', 'date de releve', 'visit date', 'date du recensement'],
  workersMen: ['hommes', 'creuseurs hommes', 'men', 'workers men', 'nombre hommes', 'hommes adultes'],
  workersWomen: ['femmes', 'creuseurs femmes', 'women', 'workers women', 'nombre femmes', 'femmes adultes'],
  under15: ['moins de 15 ans', 'enfants moins de 15 ans', 'under 15', 'enfants'],
  from15To18: ['15 18 ans', '15 a 18 ans', 'aged 15 to 18', '15 to 18'],
  pits: ['puits', 'nombre de puits', 'pits', 'number of pits', 'nb puits'],
  pitDepth: ['profondeur', 'profondeur m', 'profondeur des puits', 'depth', 'pit depth', 'pit depth m'],
  mercury: ['mercure', 'usage de mercure', 'mercury', 'mercury use'],
  accessDry: ['acces saison seche', 'acces sec', 'access dry', 'acces en saison seche'],
  accessWet: ['acces saison des pluies', 'acces pluie', 'access wet', 'acces en saison des pluies'],
  scheme: ['tracabilite', 'systeme de tracabilite', 'traceability', 'scheme'],
}
const TAGS: readonly (readonly [FieldName, RegExp])[] = [
  ['nationalId', /^#loc\b.*\+(code|id)\b/],
  ['name', /^#loc\b.*\+name\b/],
  ['latitude', /^#geo\b.*\+lat\b/],
  ['longitude', /^#geo\b.*\+lon\b/],
  ['province', /^#adm1\b.*\+name\b/],
  ['territoire', /^#adm2\b.*\+name\b/],
  ['date', /^#date\b/],
]

export const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** Which field each heading probably means; a field is given to one column only. */
export function guessMapping(columns: readonly string[], tags: readonly string[] | null): Mapping {
  const found: { [Field in FieldName]?: number } = {}
  for (const [field, tag] of TAGS) {
    const at = tags?.findIndex((one) => tag.test(one)) ?? -1
    if (at >= 0) found[field] = at
  }
  const taken = new Set(Object.values(found))
  const headings = columns.map(plain)
  for (const field of fieldNames) {
    if (found[field] !== undefined) continue
    const at = headings.findIndex(
      (heading, place) => !taken.has(place) && (heading === field.toLowerCase() || HEADINGS[field].includes(heading)),
    )
    if (at < 0) continue
    found[field] = at
    taken.add(at)
  }
  return found
}
