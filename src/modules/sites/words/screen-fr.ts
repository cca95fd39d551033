/* Words of the screens of sites. */
export const screenFr = {
  'sites.nav': 'Sites',
  'map.nav': 'Carte',
  'validity.nav': 'Rapports',
} as const
