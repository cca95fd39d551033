/* Refus sur les règles de protection qu’un organisme fixe pour lui-même. */
export const rulesFr = {
  'refusal.rules-not-yours': 'Les règles se fixent par la supervision et la protection des données. Demandez-le à l’une d’elles.',
  'refusal.rules-already-wait':
    'Une proposition attend déjà sa réponse. Faites-la confirmer ou écarter par une autre personne, puis proposez la vôtre.',
  'refusal.rules-change-nothing': 'Cette proposition ne change aucune valeur. Changez-en au moins une.',
  'refusal.rules-in-the-past': 'Une règle ne vaut jamais pour le passé. Choisissez le {day} ou un jour suivant.',
  'refusal.rules-too-far-ahead': 'C’est trop loin pour être décidé aujourd’hui. Choisissez un jour jusqu’au {day}.',
  'refusal.rules-forget-too-soon':
    'Ce qui fait oublier plus tôt attend deux semaines, pour qu’une obligation de conservation puisse être posée. Choisissez le {day} ou un jour suivant.',
  'refusal.rules-none-waits': 'Cette proposition n’attend plus de réponse. Rechargez la page.',
  'refusal.rules-by-another-person': 'Vous avez proposé ces règles : une autre personne les confirme.',
  'refusal.rule-not-settable': 'Cette règle n’existe pas ou ne se règle pas. Rechargez la page.',
  'refusal.rule-said-twice': 'La même règle est dite deux fois. Gardez une seule valeur.',
  'refusal.rule-out-of-bounds': 'Cette valeur doit rester entre {least} et {most}. Corrigez-la.',
  'refusal.rule-verified':
    'Cette valeur est lue dans sa source (V) : elle peut être plus sévère, jamais plus large que {most}. Corrigez-la.',
  'refusal.rule-list-not-so': 'Cette liste doit avoir entre {least} et {most} entrées, toutes différentes et permises ici. Corrigez-la.',
  'refusal.rules-out-of-order':
    'Ces valeurs ne vont pas ensemble : un risque plus grave n’attend jamais plus longtemps qu’un risque moindre, les âges et les jours se suivent, et le dossier d’un enfant se garde au moins aussi longtemps que celui d’un adulte. Corrigez-les.',
  'refusal.rules-free-too-long':
    'À partir du {day}, plus de {most} jours de suite seraient libres, et les délais s’arrêteraient. Retirez des jours de cette suite.',
  'refusal.rules-loosen-too-soon':
    'Ce qui assouplit l’accord, l’accès ou les alertes attend deux semaines. Choisissez le {day} ou un jour suivant.',
  'refusal.rules-need-data-protection':
    'Ce qui fait oublier plus tôt, ou assouplit l’accord ou l’accès, demande la voix de la protection des données : faites-le confirmer par elle.',
} as const
