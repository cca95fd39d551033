/* Les sources des contrôles en français ; une source qui n'est pas ici se montre telle qu'elle est écrite dans les règles. */
export const sourcesFr: { readonly [source: string]: string } = {
  'ICGLR data standard (export certificate, lot)': 'standard de données de la CIRGL (certificat d’exportation, lot)',
  'proposal of this project on fields of the ICGLR data standard': 'sur des champs du standard de données de la CIRGL',
  'ICGLR certification manual: status of exporters after audit':
    'manuel de certification de la CIRGL : statut des exportateurs après audit',
  'ICGLR certification manual; day of production as the day that counts is our reading':
    'manuel de certification de la CIRGL ; que le jour de la production compte est notre lecture',
  'trade specifications; ICGLR data standard (lot grade)': 'usages du commerce ; standard de données de la CIRGL (teneur du lot)',
  'DRC mining code and regulations: cards of traders, approval of cooperatives':
    'code et règlement miniers de la RDC : cartes de négociants, agrément des coopératives',
  'DRC traceability manual (names of documents unverified)': 'manuel de traçabilité de la RDC (noms des documents non vérifiés)',
  'ICGLR data standard: verifier and validator are two named functions':
    'standard de données de la CIRGL : vérificateur et validateur sont deux fonctions nommées',
}
