/* Mots de l'écran où l'on choisit ce que le téléphone emporte. */
export const screenCarryFr = {
  'carry.title': 'Ce que ce téléphone emporte',
  'carry.under': 'Missions et territoires à avoir sur soi, même sans réseau.',
  'carry.here': 'Sur ce téléphone',
  'carry.chosen': '{missions} {missions|mission|missions} et {areas} {areas|territoire ou province|territoires ou provinces}.',
  'carry.never': 'Rien n’a encore été apporté.',
  'carry.as-of': 'À jour du {when}.',
  'carry.unfinished': 'Un apport est en cours : {done} sur {of}. Il reprendra là où il s’est arrêté.',
  'carry.store': 'Chanzo occupe {megabytes} Mo sur ce téléphone, tout chiffré.',
  'carry.missions': 'Missions',
  'carry.missions.none': 'Aucune mission prévue ni en cours',
  'carry.missions.none.do': 'Une mission apparaît ici dès qu’elle est planifiée au bureau.',
  'carry.mission.gone': 'Mission qui n’est plus visible pour vous : retirez-la',
  'carry.sites': '{n} {n|site|sites}',
  'carry.areas': 'Provinces et territoires',
  'carry.areas.explain': 'Vous ne voyez que là où vous pouvez agir. Un territoire pèse moins qu’une province.',
  'carry.area.whole': 'entière',
  'carry.area.some': '{n} {n|territoire|territoires}',
  'carry.area.all': 'Toute la province {province}',
  'carry.size': 'Ce que cela représente',
  'carry.size.counts': '{sites} {sites|site|sites} et {visits} {visits|visite|visites}.',
  'carry.size.bytes':
    'Environ {megabytes} Mo sur le téléphone, {sent} Mo à recevoir : environ {minutes} {minutes|minute|minutes} avec un réseau faible (estimation).',
  'carry.size.newest': 'Le fait le plus récent que connaît le serveur : {when}.',
  'carry.nothing': 'Rien n’est choisi : seuls les listes, les règles et les formulaires seront emportés.',
  'carry.bring': 'Emporter ce choix',
  'carry.refresh': 'Mettre à jour',
  'carry.undo': 'Revenir au choix d’avant',
  'carry.leaves':
    'Ce qui n’est plus choisi quittera ce téléphone à la fin de l’échange. Vos brouillons et ce qui attend d’être envoyé restent.',
  'carry.too-much':
    'Trop pour ce téléphone : choisissez un territoire plutôt qu’une province, ou moins de missions. Ce qui était déjà là reste.',
} as const
