/** Labels by the page's `lang` and by what they say; those that nobody has seen on the site are our own. */

import type { Says } from "../../../extension/core/label-weighing.ts";

type Said = Readonly<Record<string, Partial<Record<Says, readonly string[]>>>>;

/** In languages of which the site file has the site's own. */
export const KNOWN: Said = {
  cs: {
    agrees: [
      "Data pro zdokonalování generativní umělé inteligence",
      "Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu",
    ],
    opposite: ["Nepoužívat moje data pro trénování modelů umělé inteligence"],
  },
  de: {
    agrees: [
      "Daten zur Verbesserung generativer KI",
      "Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen",
    ],
    opposite: ["Meine Daten nicht zum Schulen von KI-Modellen verwenden", "Kein Training von KI-Modellen"],
  },
  en: {
    agrees: ["Data for Generative AI Improvement", "Use my data for training content creation AI models"],
    opposite: [
      "Do not use my data for training content creation AI models",
      "No AI training",
      "Turn AI training off",
      "Exempt me from AI training",
      "Opted out of AI training",
    ],
    other: [
      "Social, economic, and workplace research",
      "Make some of my data available to third parties for research",
      "Share my data with affiliates and select partners",
      "Send me the newsletter",
      "Dark mode",
    ],
    mixed: ["Can we and our affiliates use the content you create here to train generative AI models?"],
    silent: ["Compact menu", "Show tips on this page", "Ρύθμιση"],
  },
  es: {
    agrees: [
      "Datos para mejorar la IA generativa",
      "Usar mis datos para entrenar modelos de IA que crean contenido",
    ],
    topic: ["Usar mis datos para entrenar modelos de IA de creación de contenido"],
    opposite: ["No usar mis datos para entrenar modelos de IA", "Desactivar el entrenamiento de IA"],
  },
  fi: {
    agrees: ["Tiedot generatiivisen tekoälyn parantamiseen"],
    topic: ["Käytä tietojani sisältöä luovien tekoälymallien kouluttamiseen"],
    opposite: ["Älä käytä tietojani tekoälymallien kouluttamiseen"],
  },
  fr: {
    agrees: [
      "Données pour l’amélioration de l’IA générative",
      "Utiliser mes données pour entraîner les modèles d’IA de création de contenu",
      "Utiliser mes données pour entraîner des modèles d’IA de création de contenu",
    ],
    topic: [
      "Pouvons-nous, avec nos sociétés affiliées, utiliser vos données pour entraîner des modèles d’IA ?",
    ],
    opposite: ["Ne pas utiliser mes données pour entraîner les modèles d’IA de création de contenu"],
    other: [
      "Recherche sociale, économique et professionnelle",
      "Mettre certaines de mes données à la disposition de tiers pour la recherche",
      "Partager mes données avec des sociétés affiliées et des partenaires",
    ],
    silent: ["Menu compact", "Afficher des conseils sur cette page"],
  },
  it: {
    agrees: ["Dati per migliorare l’IA generativa"],
    topic: ["Usa i miei dati per addestrare modelli di IA per la creazione di contenuti"],
    opposite: ["Non usare i miei dati per addestrare modelli di IA"],
  },
  nl: {
    agrees: [
      "Gegevens voor verbetering van generatieve AI",
      "Mijn gegevens gebruiken voor training van AI-modellen waarmee content wordt gemaakt",
    ],
    topic: ["Mijn gegevens gebruiken om AI-modellen te trainen die content maken"],
    opposite: ["Mijn gegevens niet gebruiken om AI-modellen te trainen"],
  },
  pl: {
    agrees: ["Użyj moich danych do trenowania modeli AI służących do tworzenia treści"],
    topic: ["Dane na potrzeby ulepszania generatywnej AI"],
    opposite: ["Nie używaj moich danych do trenowania modeli AI"],
  },
  "pt-BR": {
    agrees: [
      "Dados para aprimoramento da IA generativa",
      "Usar meus dados para treinar modelos de IA para criar conteúdos",
    ],
    opposite: ["Não usar meus dados para treinar modelos de IA"],
  },
};
