/** Schools, and courses of every kind. */
import type { Branch } from "./branch.ts";

export const EDUCATION: readonly Branch[] = [
  [
    "Education",
    "B2C",
    `
      school$ schools$ ~students$ university universit college$ kindergarten kita$ schule$ grundschule
      gymnasium$ ecole$ lycee$ colegio escuela$ scuola liceo$ onderwijs basisschool skola$ forskola
      barnehage koulu$ paivakoti szkola przedszkol 学校 幼稚園 保育園 montessori curriculum tuition skoly$
      iskola scoala σχολ училищ mokykl kool$ escola$ okulu$ okullar szkola$ iskola$ ovoda$ школа$
      детскии_сад 학교 학원 유치원 בית_ספר scuola$ szkolen colegio$ darzelis darzelio bernudarz lasteaed
      vrtic$ vrtici$ vrtica$ vrtec$ vrtca$ materska_skol materske_skol skolka$ skolky$ gradinita gradinite
      детска_градин дитяч_сад дитячии_садок νηπιαγωγ παιδικος_σταθμ anaokul progimnazij gimnazij pamatskol
      vidusskol pohikool gumnaasium sveucilis fakultet$ egyetem$ yliopisto ammattikorkea vysoka_skol
      uczelnia politechnik πανεπιστημ университет колледж лицеи гимназ гімназ ліцеи школи$ школы$
      primary_school secondary_school high_school boarding_school independent_school nursery_school
      ~nursery$ preschool ~pupils$ ~parents$ head_teacher headteacher ~admissions$ term_dates ~campus$
      ~faculty$ ~alumni$ undergraduate postgraduate polytechnic realschule gesamtschule berufsschule
      privatschule waldorfschule hochschule$ fachhochschule studierende *schule$ schulerinnen schuler$
      *kindergarten$ kindertagesstatte kindergruppe ecole_primaire ecole_maternelle ecole_privee
      college_prive eleves$ instituto_de_educacion educacion_infantil educacion_primaria alumnos$ alumnado
      facultad_de universidad matriculas$ centro_educativo scuola_dell scuola_primaria istituto_comprensivo
      istituto_superiore alunni$ asilo$ educacao_infantil ensino_fundamental ensino_medio alunos$ faculdade
      jardim_de_infancia basisscholen kinderdagverblijf leerlingen$ hogeschool middelbare_school *skola$
      *skolan$ gymnasieskol friskola elever$ hogskola folkhogskola efterskole friskole *skole$ *skolen$
      hojskole videregaende hoyskole folkehogskole borne_og_unge boernehave *koulu$ *koulun$ lukio$ oppilaat
      oppilaitos varhaiskasvatus opisto$ kansanopisto szkola_podstawow liceum technikum uczniow uczelni
      uniwersytet zlobek zakladni_skol stredni_skol gymnazium zaci$ ucitel univerzit zakladna_skol
      stredna_skol ziaci altalanos_iskola gimnazium tanulo$ tanuloi egyetemi bolcsode ovodank liceu$ liceul
      elevi$ школы школьник вуз$ студент ученик абитуриент дошкольн садик школи учні$ університет ученици
      δημοτικο_σχολ γυμνασιο λυκειο μαθητες παιδικος$ okulumuz kolej$ koleji ogrenci kres$ 中学校 高等学校
      ~大学 ことも園 専門学校 学園 幼儿园 ~学生 초등학교 고등학교 대학교 어린이집 مدرسة مدارس جامعة روضة
      طلاب בתי_ספר גן_ילדים אוניברסיט תלמידים osnovna_skola srednja_skola djecji_vrtic ucenici$ osnovna_sola
      srednja_sola ucenci$ univerza mokiniai mokiniu vaiku_darzel skoleni berniem$ pirmsskol koolis lasteaia
      ulikool opilased edu$ sch$
    `,
  ],
  [
    "Education",
    "B2C",
    `
      online_course ~courses$ e-learning elearning training_cent akademie academy$ tutor nachhilfe
      sprachschule language_school fahrschule driving_school musikschule formation_professionnelle
      organisme_de_formation cours_de$ cursos$ corsi_di$ opleiding utbildning kurser$ koulutus szkolen kursy
      塾 教室 講座 scuola_di$ musikunterricht tanzschule dance_school autoskola korkort trafikskola ajokoulu
      tutoring tutors$ sat_prep doucovan kurzy$ tanfolyam meditat φροντιστηρ курсове kursai koolitus lekcij
      musikskola musikskole lektioner music_lessons piano_lessons muziekles explicacoes kursus kursy$
      egitim$ egitimi egitim_merkezi kurslar kurs$ курсы$ обучени 교육 קורסים szkolenia jezykow oktatas
      korepetycj auto-ecole autoecole autoescuela autoscuola rijschool rijles trafikskole prawo_jazdy
      prawa_jazdy autosiskola scoala_de_soferi автошкол surucu_kursu 自動車学校 driving_lessons dansskol
      dance_studio dance_academy tanssikoul szkola_tanca tanecni_skola escuela_de_danza escuela_de_baile
      scuola_di_danza ecole_de_danse школа_танц muziekschool conservatoire$ conservatorio$ creche$ guarderia
      asilo_nido jesle$ zlobek bolcsode ясли kinderopvang kinderkrippe kindertages paivahoito barnehag
      bornehave vuggestue nyelviskol nyelvtanfol keeltekool keelekursus jazykova_skola jazykove_kurz
      jezykow_obc nauka_angiel kursy_jezyk kalbu_kursai kalbos_kursai valodu_kursi skola_stranih_jez
      tecaj_jezik kielikoul sprogskole sprakskole spraksk bijles huiswerkbegeleid korepetic musikkskole
      schwimmschule schwimmkurs plavecka_skol plavecky_kurz plavecke_kurz skola_plavan zwemles zwemschool
      simskola svomning uimakoulu lezioni_di_nuoto cours_de_natation clases_de_natacion nauka_plywan
      uszasoktat inot$ plaukimo_mok ujumiskool autokoulu$ autokoul autokool vairavimo_mok kindertanz
      ~training$ ~trainings$ training_course first_aid_training courses_for evening_classes ~lessons$
      ~classes$ ~workshops_for language_courses language_classes exam_preparation exam_prep bootcamp
      certification_course coding_for_kids kids_coding ~students_learn ~learners$ ~learning$ e-learn
      lernplattform deutschkurs sprachkurs integrationskurs intensivkurs volkshochschule *kurse$ *kurs$
      weiterbildung fortbildung ~seminare$ ~schulungen$ ausbildung_zum lernen_sie unterricht$ gitarrenunterr
      klavierunterr gesangsunterr centre_de_formation ~formations$ formation_en organisme_de_form
      cours_particulier soutien_scolaire cours_d cours_en_ligne permis_b permis_de_conduire code_de_la_route
      clases_de$ clases_particulares academia_de$ escuela_de$ centro_de_formacion formacion_profesional
      formacion_para cursos_de$ oposiciones bachillerato$ profesores$ carnet_de_conducir ~corsi$ corso_di$
      lezioni_di$ formazione$ ripetizioni patente$ scuola_guida doposcuola centro_de_explicacoes aulas_de$
      formacao_profissional escola_de_conducao cursos_online carta_de_conducao autoescola escola_de_musica
      cursussen cursus$ taalcursus ~trainingen lesgeven rijopleiding kurser_i musikundervis korskola
      korlektion studieforbund sprakkurs undervisning koreskole kjoreskole traefskole ajo-opetus ajokortti
      kurssit$ kurssi$ kielikurssi koulutukset musiikkikoulu musiikkiopisto valmennuskurs osrodek_szkolen
      korepetyc ~lekcje$ kursy_dla szkola_jezyk nauka_jazdy szkola_muzycz kurz$ kurzy_pro ~lekce$
      jazykova_skol hudebni_skol ~vzdelavani vzdelavanie ~vyuka$ kurzy_pre nyelvoktat zeneiskola angol$
      cursuri scoala_de$ lectii_de instruire_auto репетитор уроки$ преподавател_англ занятия_для
      подготовка_к_экз музыкальная_школ курси$ ~навчання$ навчальнии_центр підготовка_до_зно мовні_курси
      школа_танців курсове_по уроци_по школа_за$ езиков_център μαθηματα$ ωδειο σχολη_οδηγ ξενες_γλωσσες
      σεμιναρια εκπαιδευσ kursu$ kursumuz dersleri ozel_ders dil_kursu egitim_kurum akademi$ akademisi
      muzik_okulu 英会話 スクール 教習所 音楽教室 学習塾 ~研修 レッスン 培训 课程 编程 ~教育 补习 英语
      어학원 교육원 운전면허 دورات ~تدريب معهد اكاديمية دروس ~تعليم קורס לימודים דרכה שיעורים tecajev$
      tecaji$ tecaj$ skola_stranih instrukcije radionice$ glazbena_skola tecaji jezikovna_sol sola_voznje
      instrukc glasbena_sola izobrazev ~mokymai pamokos vairavimo_mokykl kalbu_mokykl muzikos_mokykl kursi$
      apmacib valodu_skola muzikas_skola nodarbibas muusikakool
    `,
  ],
];
