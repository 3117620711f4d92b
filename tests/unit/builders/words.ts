/** Labels by the page's `lang` and by what they say; those that nobody has seen on the site are our own. */

import type { Says } from "../../../extension/core/label-weighing.ts";

type Said = Readonly<Record<string, Partial<Record<Says, readonly string[]>>>>;

/** In languages of which the site file has words. */
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

/** … of which it has only what refuses. */
export const UNKNOWN: Said = {
  ar: {
    silent: [
      "بيانات لتحسين الذكاء الاصطناعي التوليدي",
      "استخدام بياناتي لتدريب نماذج الذكاء الاصطناعي لإنشاء المحتوى",
    ],
    opposite: ["عدم استخدام بياناتي لتدريب نماذج الذكاء الاصطناعي"],
  },
  bn: {
    silent: ["কন্টেন্ট তৈরির AI মডেলের প্রশিক্ষণে আমার ডেটা ব্যবহার করুন"],
    opposite: ["AI মডেলের প্রশিক্ষণে আমার ডেটা ব্যবহার করবেন না"],
  },
  da: {
    silent: [
      "Data til forbedring af generativ AI",
      "Brug mine data til at træne AI-modeller, der skaber indhold",
    ],
    opposite: ["Brug ikke mine data til at træne AI-modeller"],
  },
  el: {
    silent: [
      "Δεδομένα για τη βελτίωση της παραγωγικής ΤΝ",
      "Χρήση των δεδομένων μου για εκπαίδευση μοντέλων ΤΝ δημιουργίας περιεχομένου",
    ],
    opposite: ["Να μη χρησιμοποιούνται τα δεδομένα μου για εκπαίδευση μοντέλων ΤΝ"],
  },
  fa: {
    silent: [
      "داده‌ها برای بهبود هوش مصنوعی مولد",
      "استفاده از داده‌های من برای آموزش مدل‌های هوش مصنوعی تولید محتوا",
    ],
    opposite: ["عدم استفاده از داده‌های من برای آموزش مدل‌های هوش مصنوعی"],
  },
  tl: {
    silent: [
      "Data para sa Pagpapahusay ng Generative AI",
      "Gamitin ang data ko para sa pag-train ng mga AI model sa paggawa ng content",
    ],
    opposite: ["Huwag gamitin ang data ko para sa pag-train ng mga AI model"],
  },
  iw: {
    silent: ["נתונים לשיפור AI גנרטיבי", "שימוש בנתונים שלי לאימון מודלי AI ליצירת תוכן"],
    opposite: ["לא להשתמש בנתונים שלי לאימון מודלי AI"],
  },
  hi: {
    silent: ["सामग्री बनाने वाले AI मॉडल के प्रशिक्षण के लिए मेरे डेटा का उपयोग करें"],
    opposite: ["AI मॉडल के प्रशिक्षण के लिए मेरे डेटा का उपयोग न करें"],
  },
  hu: {
    silent: [
      "Adatok a generatív MI fejlesztéséhez",
      "Adataim felhasználása tartalomkészítő MI-modellek betanításához",
    ],
    opposite: ["Ne használják az adataimat MI-modellek betanításához"],
  },
  in: {
    silent: [
      "Data untuk Peningkatan AI Generatif",
      "Gunakan data saya untuk melatih model AI pembuat konten",
    ],
    opposite: ["Jangan gunakan data saya untuk melatih model AI"],
  },
  ja: {
    silent: ["生成AIの改善のためのデータ", "コンテンツ作成AIモデルのトレーニングに自分のデータを使用する"],
    opposite: ["AIモデルのトレーニングに自分のデータを使用しない"],
  },
  ko: {
    silent: ["생성형 AI 개선을 위한 데이터", "콘텐츠 생성 AI 모델 학습에 내 데이터 사용"],
  },
  mr: {
    silent: ["आशय तयार करणाऱ्या AI मॉडेल्सच्या प्रशिक्षणासाठी माझा डेटा वापरा"],
    opposite: ["AI मॉडेल्सच्या प्रशिक्षणासाठी माझा डेटा वापरू नका"],
  },
  ms: {
    silent: [
      "Data untuk Penambahbaikan AI Generatif",
      "Gunakan data saya untuk melatih model AI penciptaan kandungan",
    ],
    opposite: ["Jangan gunakan data saya untuk melatih model AI"],
  },
  no: {
    silent: [
      "Data for forbedring av generativ KI",
      "Bruk dataene mine til å trene KI-modeller som lager innhold",
    ],
    opposite: ["Ikke bruk dataene mine til å trene KI-modeller"],
  },
  pa: {
    silent: ["ਜਨਰੇਟਿਵ AI ਸੁਧਾਰ ਲਈ ਡਾਟਾ", "ਸਮੱਗਰੀ ਬਣਾਉਣ ਵਾਲੇ AI ਮਾਡਲਾਂ ਦੀ ਸਿਖਲਾਈ ਲਈ ਮੇਰਾ ਡਾਟਾ ਵਰਤੋ"],
    opposite: ["AI ਮਾਡਲਾਂ ਦੀ ਸਿਖਲਾਈ ਲਈ ਮੇਰਾ ਡਾਟਾ ਨਾ ਵਰਤੋ"],
  },
  ro: {
    silent: [
      "Date pentru îmbunătățirea IA generative",
      "Folosirea datelor mele pentru antrenarea modelelor IA de creare de conținut",
    ],
    opposite: ["Nu folosiți datele mele pentru antrenarea modelelor IA"],
  },
  ru: {
    silent: [
      "Данные для улучшения генеративного ИИ",
      "Использовать мои данные для обучения моделей ИИ, создающих контент",
    ],
    opposite: ["Не использовать мои данные для обучения моделей ИИ"],
  },
  sv: {
    silent: [
      "Data för förbättring av generativ AI",
      "Använd mina data för att träna AI-modeller som skapar innehåll",
    ],
    opposite: ["Använd inte mina data för att träna AI-modeller"],
  },
  te: {
    silent: ["కంటెంట్‌ను సృష్టించే AI మోడల్‌ల శిక్షణకు నా డేటాను ఉపయోగించండి"],
    opposite: ["AI మోడల్‌ల శిక్షణకు నా డేటాను ఉపయోగించవద్దు"],
  },
  th: {
    silent: ["ข้อมูลสำหรับการปรับปรุง Generative AI", "ใช้ข้อมูลของฉันเพื่อฝึกโมเดล AI ที่สร้างเนื้อหา"],
    opposite: ["ไม่ใช้ข้อมูลของฉันเพื่อฝึกโมเดล AI"],
  },
  tr: {
    silent: [
      "Üretken Yapay Zekayı Geliştirmeye Yönelik Veriler",
      "Verilerimi içerik oluşturan yapay zeka modellerini eğitmek için kullan",
    ],
    opposite: ["Verilerimi yapay zeka modellerini eğitmek için kullanma"],
  },
  uk: {
    silent: [
      "Дані для вдосконалення генеративного ШІ",
      "Використовувати мої дані для навчання моделей ШІ, що створюють вміст",
    ],
    opposite: ["Не використовувати мої дані для навчання моделей ШІ"],
  },
  vi: {
    silent: [
      "Dữ liệu để cải thiện AI tạo sinh",
      "Sử dụng dữ liệu của tôi để huấn luyện các mô hình AI tạo nội dung",
    ],
    opposite: ["Không sử dụng dữ liệu của tôi để huấn luyện các mô hình AI"],
  },
  "zh-CN": {
    silent: ["用于改进生成式 AI 的数据", "使用我的数据训练内容创作 AI 模型"],
    opposite: ["不使用我的数据训练 AI 模型"],
  },
  "zh-TW": {
    silent: ["用於改善生成式 AI 的資料", "使用我的資料訓練內容創作 AI 模型"],
    opposite: ["不使用我的資料訓練 AI 模型"],
  },
};
