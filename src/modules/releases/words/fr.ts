/* What the server refuses about releases and agreements, in French: what is wrong and what to do. */
export const fr = {
  'refusal.unknown-agreement': 'Cet accord n’existe pas. Partez de la liste des accords.',
  'refusal.agreement-exists': 'Cet accord est déjà enregistré. Rechargez la liste ; pour d’autres termes, rédigez un autre accord.',
  'refusal.agreement-would-be-over': 'L’accord prend fin le {day}, un jour déjà passé. Donnez une échéance à venir.',
  'refusal.second-person-for-agreement':
    'Vous avez rédigé cet accord : une autre personne chargée de la protection des données enregistre la signature.',
  'refusal.agreement-not-drafted': 'Cet accord est déjà signé ou terminé. Rechargez la page.',
  'refusal.agreement-signed-in-the-future': 'Le {day} n’est pas encore venu. Donnez le jour où les parties ont signé.',
  'refusal.agreement-not-signed': 'Seul un accord signé et en cours se termine. Rechargez la page.',
  'refusal.unknown-release': 'Cette diffusion n’existe pas ou a été refusée. Partez de la liste des diffusions.',
  'refusal.release-exists': 'Cette demande est déjà enregistrée. Rechargez la liste.',
  'refusal.release-office-locked-down':
    'Un bureau est verrouillé : rien ne sort tant qu’il l’est. Attendez que deux personnes l’aient rouvert.',
  'refusal.release-needs-agreement':
    'Aucun accord en cours ne couvre cette diffusion. Choisissez un accord signé et non échu, ou faites-en signer un.',
  'refusal.agreement-level-too-low':
    'L’accord ne permet pas ce niveau de détail. Demandez un tableau, ou faites signer un accord qui permet des lignes.',
  'refusal.agreement-lacks-fields': 'L’accord ne couvre pas : {fields}. Retirez ces colonnes, ou faites signer un accord qui les nomme.',
  'refusal.agreement-not-due-again': 'L’accord ne permet pas encore une nouvelle diffusion. Voyez sa fréquence.',
  'refusal.release-quarters-not-valid': 'Le dernier trimestre précède le premier. Corrigez la période.',
  'refusal.release-too-early': 'Les chiffres de {quarter} peuvent sortir à partir du {from}. Terminez la période plus tôt, ou attendez.',
  'refusal.release-below-minimum':
    'Moins de {least} personnes : rien ne peut sortir sans risquer d’en désigner une. Élargissez la période ou regroupez.',
  'refusal.release-would-tell':
    'Comparée à une diffusion antérieure, celle-ci ferait voir quelques personnes ({cells} cellules). Attendez un trimestre de plus, ou retirez des colonnes.',
  'refusal.release-not-waiting': 'Cette demande est déjà tranchée. Rechargez la page.',
  'refusal.second-person-for-release': 'Vous avez demandé cette diffusion : une autre personne décide.',
  'refusal.release-not-approved': 'Cette diffusion n’est pas approuvée : son fichier n’est remis qu’à la personne qui décide.',
  'refusal.release-withdrawn': 'La diffusion {number} a été retirée : son fichier n’est plus remis. Son motif est dans la liste.',
  'refusal.release-too-large': 'Plus de {most} lignes : partagez la période, ou demandez un tableau.',
} as const
