/*
The items with which the bank begins, written by us in French and English: a proposal, marked as one, that a programme may retire or add to. No sentence is taken from
anybody's course. The right option stands in another place from item to item.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { InLanguages, ItemShown, TrainingModule } from '../../contract-training.ts'

type Pair = readonly [fr: string, en: string]
const both = ([fr, en]: Pair): InLanguages => ({ fr, en })
const item = (at: number, module: TrainingModule, [question, options, correct]: readonly [Pair, readonly Pair[], number]): ItemShown => ({
  ...{ id: asId('test-item', `00000000-0000-7000-8000-0000000001${String(at).padStart(2, '0')}`), module },
  ...{ question: both(question), options: options.map(both), correct, isProposal: true, isRetired: false },
})

export const proposedItems: readonly ItemShown[] = [
  item(1, 'tip-concepts', [
    [
      'Un adulte a accepté un travail, puis on lui a pris ses papiers et on le menace. Son accord du début :',
      'An adult agreed to a job; then the papers were taken and threats began. The first consent:',
    ],
    [
      ['suffit : il a accepté', 'settles it: there was consent'],
      ['ne compte plus, puisqu’on l’a trompé ou contraint', 'no longer counts, because of deceit or force'],
      ['compte s’il a été donné par écrit', 'counts if it was given in writing'],
    ],
    1,
  ]),
  item(2, 'tip-concepts', [
    [
      'Pour un enfant, qu’est-ce qui n’est pas nécessaire pour parler de traite ?',
      'For a child, what is not needed to speak of trafficking?',
    ],
    [
      ['un but d’exploitation', 'a purpose of exploitation'],
      ['un acte, comme le recrutement', 'an act, such as recruitment'],
      ['un moyen, comme la menace ou la tromperie', 'a means, such as threat or deceit'],
    ],
    2,
  ]),
  item(3, 'identification', [
    [
      'Un creuseur doit à son chef plus qu’il ne gagne, et la dette grandit chaque mois. C’est d’abord :',
      'A digger owes the boss more than he earns, and the debt grows each month. This is first of all:',
    ],
    [
      ['un indice de servitude pour dettes, à regarder avec d’autres indices', 'a sign of debt bondage, to be looked at with other signs'],
      ['une affaire privée entre eux', 'a private matter between them'],
      ['la preuve à elle seule qu’il est victime', 'proof by itself that he is a victim'],
    ],
    0,
  ]),
  item(4, 'identification', [
    [
      'Quelqu’un répond à toutes vos questions à la place d’une travailleuse. Que faites-vous ?',
      'Somebody answers all your questions for a woman worker. What do you do?',
    ],
    [
      ['Je note ses réponses : elles suffisent', 'I write the answers down: they are enough'],
      ['Je demande devant lui si elle est libre', 'I ask her in front of him whether she is free'],
      [
        'Je cherche un moment sûr pour parler seul à seule, sans insister',
        'I look for a safe moment to speak with her alone, without insisting',
      ],
    ],
    2,
  ]),
  item(5, 'interview', [
    ['Avant la première question d’un entretien, il faut :', 'Before the first question of an interview one must:'],
    [
      ['expliquer à quoi il sert et que l’on peut refuser ou s’arrêter', 'explain what it is for and that one may refuse or stop'],
      ['promettre une aide pour mettre en confiance', 'promise help to win trust'],
      ['prendre une photographie de la personne', 'take a photograph of the person'],
    ],
    0,
  ]),
  item(6, 'interview', [
    ['La personne pleure et ne veut plus parler. Vous :', 'The person cries and does not want to go on. You:'],
    [
      ['finissez vite les questions qui restent', 'finish the remaining questions quickly'],
      ['arrêtez, restez présent et proposez une suite plus tard', 'stop, stay present and offer to go on later'],
      ['appelez un collègue pour qu’il entende le récit', 'call a colleague so that he hears the story'],
    ],
    1,
  ]),
  item(7, 'referral', [
    ['On peut transmettre le nom d’une personne à un service quand :', 'The name of a person may be passed to a service when:'],
    [
      ['le service est agréé', 'the service is licensed'],
      ['un collègue est d’accord', 'a colleague agrees'],
      ['elle a consenti à ce que ce service reçoive ces données', 'that person consented that this service receives these data'],
    ],
    2,
  ]),
  item(8, 'referral', [
    ['Une orientation est terminée quand :', 'A referral is complete when:'],
    [
      ['la lettre est partie', 'the letter has left'],
      ['le service a reçu la personne et on sait ce qui en est sorti', 'the service received the person and it is known what came of it'],
      ['la personne connaît l’adresse', 'the person knows the address'],
    ],
    1,
  ]),
  item(9, 'assistance', [
    ['L’aide à une victime présumée peut dépendre de sa plainte ?', 'May help to a presumed victim depend on a complaint to the police?'],
    [
      ['Non : l’aide ne dépend pas de la plainte', 'No: help does not depend on a complaint'],
      ['Oui, sinon il n’y a pas de preuve', 'Yes, else there is no proof'],
      ['Oui, pour les adultes seulement', 'Yes, for adults only'],
    ],
    0,
  ]),
  item(10, 'child-protection', [
    [
      'Vous voyez un enfant qui porte des sacs au puits. Que faites-vous d’abord ?',
      'You see a child carrying bags at a pit. What do you do first?',
    ],
    [
      ['Je le ramène chez lui dans mon véhicule', 'I drive the child home in my vehicle'],
      ['Je le photographie de face pour le rapport', 'I photograph the child’s face for the report'],
      [
        'Je regarde s’il y a un danger immédiat, et je signale à la protection de l’enfance',
        'I look whether there is immediate danger, and tell child protection',
      ],
    ],
    2,
  ]),
  item(11, 'data-protection', [
    ['Quelle liste peut circuler dans un comité ?', 'Which list may go round in a committee?'],
    [
      ['les noms sans les téléphones', 'names without telephone numbers'],
      ['des nombres par catégorie, sans les petits nombres', 'numbers by category, without the small ones'],
      ['les initiales et les villages', 'initials and villages'],
    ],
    1,
  ]),
  item(12, 'data-protection', [
    ['Votre téléphone avec des fiches est volé. Vous le dites :', 'Your telephone with forms on it is stolen. You say so:'],
    [
      ['tout de suite, pour qu’il soit bloqué', 'at once, so that it is shut out'],
      ['à la prochaine réunion', 'at the next meeting'],
      ['seulement s’il n’avait pas de mot de passe', 'only if it had no password'],
    ],
    0,
  ]),
  item(13, 'due-diligence', [
    [
      'Un fournisseur présente un lot sans étiquettes, moins cher. Le risque :',
      'A supplier offers a lot without tags, at a lower price. The risk:',
    ],
    [
      ['aucun, si la qualité est bonne', 'none, if the quality is good'],
      ['l’origine est inconnue : je n’achète pas avant d’avoir vérifié', 'the origin is unknown: I do not buy before checking'],
      ['je l’achète et je régularise ensuite', 'I buy it and put the papers right later'],
    ],
    1,
  ]),
  item(14, 'due-diligence', [
    ['Un drapeau rouge dans une chaîne d’approvisionnement veut dire :', 'A red flag in a supply chain means:'],
    [
      ['que le fournisseur est coupable', 'that the supplier is guilty'],
      ['qu’il faut rompre le jour même', 'that one must leave the same day'],
      ['qu’il faut regarder de plus près, puis traiter le risque', 'that one must look closer, then manage the risk'],
    ],
    2,
  ]),
  item(15, 'investigation', [
    ['Pendant une enquête, la victime présumée sans papiers :', 'During an investigation, a presumed victim without papers:'],
    [
      ['n’est pas punie pour ce à quoi on l’a contrainte', 'is not punished for what they were forced to do'],
      ['est expulsée d’abord, entendue ensuite', 'is expelled first and heard later'],
      ['est gardée avec les suspects', 'is held with the suspects'],
    ],
    0,
  ]),
  item(16, 'prevention', [
    [
      'Un recruteur promet un salaire double et garde le passeport « pour le visa ». Le bon conseil :',
      'A recruiter promises double wages and keeps the passport “for the visa”. Good advice:',
    ],
    [
      ['accepter vite, la place est rare', 'accept fast, such places are rare'],
      [
        'garder ses papiers, demander un contrat écrit, vérifier le recruteur',
        'keep one’s papers, ask for a written contract, check the recruiter',
      ],
      ['payer les frais pour être sûr de partir', 'pay the fee to be sure to leave'],
    ],
    1,
  ]),
]
