/* Words of what ODK lays on the home page, in French. */
export const odkHomeFr = {
  'submissions.waiting': '{n|fiche reçue attend son inspection|fiches reçues attendent leur inspection}',
  'submissions.waiting.source': 'ODK Collect, KoboCollect et imports',
} as const
