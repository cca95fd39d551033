/* Words of what custody lays on the home page, in French. */
export const custodyHomeFr = {
  'act.answer.purchase': 'Dites si cet achat est bien celui que vous avez conclu. Votre réponse le rend définitif, ou le laisse ouvert.',
  'act.sign.waiting': 'À signer',
  'act.sign.waiting.purchase': '{n} {n|achat|achats} à signer',
  'act.sign.waiting.receipt': '{n} {n|réception|réceptions} à signer',
  'act.sign.waiting.received': 'reçu par {to}',
  'hits.home': '{n|constat critique ouvert|constats critiques ouverts}',
  'hits.home.rule': 'Chiffres qui ne peuvent pas être vrais, que personne n’a encore clos ; les cent plus récents au plus.',
  'production.title': 'Production et capacité',
  'production.step': 'Mois',
  'production.capacity': 'Capacité déclarée',
  'production.tagged': 'Étiqueté',
  'production.bought': 'Acheté',
  'production.source':
    'Grand livre du registre : étiqueté et acheté comptés ici, capacité des rapports de référence validés ; un mois que personne n’a compté reste vide ; au {day}',
  'production.mineral': 'Minerai',
  'production.whole': 'Voir le détail et les hypothèses',
} as const
