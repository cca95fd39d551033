/*
What the columns of a list of the chain may mean, and how a heading is recognised: French and English, the wording of log sheets of the known
schemes. A proposal only: whoever imports corrects it. It knows no file and no database.
*/
export const listKinds = ['mine-sheet', 'trader-sheet', 'tag-batches'] as const
export type ListKind = (typeof listKinds)[number]

export const fieldsOf = {
  'mine-sheet': ['tag', 'weight', 'site', 'territoire', 'date', 'mineral', 'holder', 'team', 'pit', 'agent', 'remark'],
  'trader-sheet': ['newTag', 'tag', 'weight', 'lotWeight', 'date', 'remark'],
  'tag-batches': ['issuer', 'first', 'last', 'tagType', 'date', 'site', 'territoire', 'allocatedOn'],
} as const satisfies { readonly [kind in ListKind]: readonly string[] }
export type FieldName = (typeof fieldsOf)[ListKind][number]
export type Mapping = { readonly [Field in FieldName]?: number }

/** Without these no row can be read. The tag may be left out: a bag without one is kept, and its finding says so. */
export const neededFields = {
  'mine-sheet': ['weight', 'date'],
  'trader-sheet': ['newTag', 'tag', 'date'],
  'tag-batches': ['issuer', 'first', 'last'],
} as const satisfies { readonly [kind in ListKind]: readonly FieldName[] }

const HEADINGS: { readonly [Field in FieldName]: readonly string[] } = {
  tag: [
    'tag',
    'tag no',
    'tag number',
    'mine tag',
    'mine tag no',
    'mine tag number',
    'mine tag numbers',
    'no tag',
    'numero tag',
    'numero du tag',
    'numero de tag',
    'etiquette',
    'no etiquette',
    'numero etiquette',
    'numero de l etiquette',
    'etiquette mine',
    'tag mine',
    'tag miniere',
    'etiquette de mine',
    'no du tag',
    'n tag',
    'n etiquette',
    'n du tag',
    'itsci mine tag',
    'serial number',
  ],
  newTag: [
    'new tag',
    'new tag number',
    'trader tag',
    'negociant tag',
    'negociant tag number',
    'processor tag',
    'tag negociant',
    'etiquette negociant',
    'nouvelle etiquette',
    'nouveau tag',
    'nouveau numero',
    'etiquette du negociant',
    'no tag negociant',
    'n tag negociant',
  ],
  weight: [
    'weight',
    'weight kg',
    'mass',
    'mass kg',
    'net weight',
    'net weight kg',
    'poids',
    'poids kg',
    'poids net',
    'poids net kg',
    'poids en kg',
    'masse',
    'masse kg',
    'quantite',
    'quantite kg',
    'quantity',
    'quantity kg',
    'kg',
    'weight of mineral kg',
    'poids de la mine kg',
    'mine weight kg',
  ],
  lotWeight: [
    'lot weight',
    'total weight',
    'new weight',
    'negociant weight',
    'trader weight',
    'poids total',
    'poids du lot',
    'nouveau poids',
    'poids negociant',
    'poids apres',
    'poids total kg',
    'nouveau poids kg',
    'new weight kg',
    'lot weight kg',
  ],
  site: [
    'site',
    'mine',
    'mine site',
    'site minier',
    'nom du site',
    'nom de la mine',
    'site name',
    'mine name',
    'name of mine',
    'site code',
    'code site',
    'code du site',
    'mine code',
    'code mine',
    'pit code',
    'carre minier',
    'puits site',
  ],
  territoire: ['territoire', 'territory', 'zone', 'district', 'localite', 'adm2'],
  date: [
    'date',
    'day',
    'jour',
    'date de production',
    'production date',
    'date of production',
    'date etiquetage',
    'date d etiquetage',
    'tagging date',
    'date of tagging',
    'date du tag',
    'date de pesee',
    'date received',
    'date de reception',
    'date recue',
    'date of exit',
  ],
  mineral: [
    'mineral',
    'minerai',
    'substance',
    'type',
    'mineral type',
    'type de minerai',
    'produit',
    'type of mineral',
    'nature',
    'nature du minerai',
  ],
  holder: ['holder', 'detenteur', 'cooperative', 'coop', 'owner', 'proprietaire', 'negociant', 'trader', 'operateur', 'acheteur', 'buyer'],
  team: ['team', 'equipe', 'chef d equipe', 'code equipe', 'team code', 'pdg'],
  pit: ['pit', 'puits', 'no puits', 'pit number', 'numero du puits', 'puit', 'n puits', 'trou', 'chantier'],
  agent: [
    'agent',
    'agent code',
    'code agent',
    'code de l agent',
    'saemape',
    'saesscam',
    'agent saemape',
    'agent saesscam',
    'agent number',
    'matricule',
    'code saemape',
  ],
  remark: [
    'remark',
    'remarks',
    'remarque',
    'remarques',
    'observation',
    'observations',
    'comment',
    'comments',
    'commentaire',
    'commentaires',
    'note',
    'notes',
  ],
  issuer: ['issuer', 'emetteur', 'scheme', 'systeme', 'delivre par'],
  first: [
    'first',
    'from',
    'first tag',
    'start',
    'premier',
    'premiere',
    'de',
    'du',
    'premiere etiquette',
    'premier tag',
    'premier numero',
    'debut',
    'first number',
  ],
  last: [
    'last',
    'to',
    'last tag',
    'end',
    'dernier',
    'derniere',
    'a',
    'au',
    'derniere etiquette',
    'dernier tag',
    'dernier numero',
    'fin',
    'last number',
  ],
  tagType: ['tag type', 'type', 'type de tag', 'type d etiquette', 'kind'],
  allocatedOn: [
    'allocated on',
    'allocation date',
    'date d allocation',
    'date de remise',
    'remis le',
    'attribue le',
    'date attribution',
    'date d attribution',
    'issued on',
  ],
}

export const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** Which field each heading probably means; a field is given to one column only, and a column to one field. */
export function guessMapping(kind: ListKind, columns: readonly string[]): Mapping {
  const found: { [Field in FieldName]?: number } = {}
  const taken = new Set<number>()
  const headings = columns.map(plain)
  for (const field of fieldsOf[kind]) {
    const at = headings.findIndex((heading, place) => !taken.has(place) && (heading === plain(field) || HEADINGS[field].includes(heading)))
    if (at < 0) continue
    found[field] = at
    taken.add(at)
  }
  return found
}

/** Which kind of list the headings fit best. */
export function guessKind(columns: readonly string[]): ListKind {
  const score = (kind: ListKind): number => {
    const mapping = guessMapping(kind, columns)
    const needed: readonly FieldName[] = neededFields[kind]
    return needed.filter((field) => mapping[field] !== undefined).length / needed.length + Object.keys(mapping).length / 100
  }
  return listKinds.toSorted((one, other) => score(other) - score(one))[0] ?? 'mine-sheet'
}
