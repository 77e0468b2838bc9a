/** Advice, staff, engineers, and law. */
import type { Branch } from "./branch.ts";

export const SERVICES_TO_FIRMS: readonly Branch[] = [
  [
    "Consulting",
    "B2B",
    `
      department_of_defense defense_and_security federal_program federal_contract government_agencies
      support_services_to
      business_setup company_formation company_incorporation freezone trade_license
      consulting consultancy ~consultants$ unternehmensberat *beratung$ ~berater$ cabinet_de_conseil
      conseil_en$ consultoria$ consultora asesoria$ consulenza adviesbureau ~advies$ radgivning konsult$
      konsulter$ konsultbolag konsulttitoimisto konsultointi doradztwo doradcz コンサルティンク コンサル
      strategy_and transformation$ business_solutions change_management process_improvement interim_manag
      audit$ poradenstv tanacsad consultanta συμβουλευτικ консулт konsultavim nous_noustam svetovanj
      advisory$ advisors$ procurement$ succession$ sourcing$ auditing consulenza_sap sap_consult
      software_engineering_consult danismanlik консалтинг консультац 컨설팅 ייעוץ tolmacs forditas
      forditoiroda translation_services ubersetzung$ dolmetsch traduccion traductor traduction$ traductions$
      traduzion tradutor vertaalburo vertaalbureau oversattning oversettelse oversaettelse kaannostoimisto
      tlumaczen tlumacz$ preklady$ prekladatel бюро_переклад бюро_перевод tercume translations$
      sachverstandig gutachter$ gutachten secretariat_administrat secretariat_independ
      secretariat_a_distance telesecretariat secretaire_independ assistante_administrativ
      assistante_independ services_administratifs virtual_assistant virtuelle_assist buroservice
      sekretariatsservice schreibburo administratieve_ondersteun virtuele_assist asistente_virtual
      asistencia_administrativ assistente_virtual servizi_di_segreteria wirtualna_asyst obsluga_biur
      virtualni_asist virtualna_asist titkarsagi_szolg asistent_virtual servicii_de_secretariat
      виртуальныи_ассист kontorstjanst virtuell_assist toimistopalvel palyazatir palyazati_tanacs
      dotacje_unijn pisanie_wniosk dotacni_poraden fondy_eu fonduri_europene europai_unios_palyaz
      certyfikacj_iso management_consult strategy_consult business_consult consulting_firm consultants$
      succession_planning advisory_firm organisational_develop change_manag sustainability_consult esg$
      hr_consult iso_certif data_protection_officer gdpr$ grant_writing market_research ~strategy$
      ~workshops$ ~facilitation business_plan organisationsentwickl strategieberat managementberat
      prozessberat personalentwickl fuhrungskrafte *beratungs begleitung_von veranderungsproz
      datenschutzbeauf energiemanagementberat fordermittelberat existenzgrund qualitatsmanagement
      conseil_aux conseil_en_strategie conseil_et conseil_rh conseils_aux conseiller_en accompagnement_des
      ~accompagnons_les ~dirigeants$ cabinet_conseil transformation_digitale consultores asesoramiento
      consultor$ ~asesores$ planificacion_estrateg consulenti$ consulente$ certificazioni_iso
      certificazione_iso consulenza_direz consulenza_azien formazione_e_consul gestao_empresarial
      planejamento_estrateg consultoria_empres consultoria_em assessoria$ adviseurs organisatieadv
      interim-manag bedrijfsadvies verandermanagement managementbureau projectmanagement$ radgivare
      organisationskonsult ledarskapsutv verksamhetsutveck ledelsesudvik ledelsesradgiv strategisk_radg
      organisationsudvik ledelse_og ledelsesutvikl organisasjonsutv radgiver bedriftsradgiv konsultti
      liikkeenjohdon johdon_valmen ~strategia$ valmennus$ valmennusta tyoyhteis johtamisen_kehit doradzamy
      doradztwo_biznes doradca$ fundusze_unijn fundusze_europej dotacje$ pozyskiwanie_dot konsulting
      szkolenia_i_doradz poradenska poradensk konzultac konzultant strategicke_porad dotacni_porad dotace$
      poradca$ uzleti_tanacs palyazati szervezetfejleszt vezetesfejleszt vezetesi_tanacs consultanti
      consiliere_in_afac fonduri_eu consultanta_in_management бизнес-консульт консультирован$
      стратегическ_консульт управленческ$ консультант_по тренинги_для сертификац$ консультування$
      бізнес-консульт сертифікац$ бизнес_консулт европроект европеиски_проект συμβουλοι$ επιχειρησιακ_συμβ
      συμβουλευτικες_υπηρ εσπα$ danismanligi yonetim_danisman danisman$ kalite_belge iso_belge
      kurumsal_danisman 経営コンサル 経営支援 補助金申請 経営改善 人事コンサル 中小企業診断士 咨询 管理咨询
      企业咨询 ~顾问 경영컨설팅 استشارات استشاري شركة_استشارات ייעוץ_עסקי ייעוץ_ארגוני יועץ$ savjetovanje
      poslovno_savjet eu_fondov savjetnik poslovno_svetov svetovalec konsultacijos verslo_konsult es_projekt
      projektu_valdym ~konsultacijas biznesa_konsult vadibas_konsult konsultatsioon ariteenus noustamine
      noustamis aride_noustam juhtimiskonsult euroraha
    `,
  ],
  [
    "Consulting",
    "B2B",
    `
      recruteur trouver_un_emploi offres_d_emploi job_board jobborse stellenborse portal_de_empleo
      ofertas_de_empleo offerte_di_lavoro annunci_di_lavoro 求人情報 転職 coaching ~coach$ executive_coach
      business_coach leadership$ recruit staffing headhunt personalvermittl personalberat zeitarbeit
      recrutement interim$ seleccion_de_personal rekryter bemanning rekrytointi rekrutacj 人材 ingenieurburo
      engineering_consult bureau_d_etudes ingenieria$ ingegneria$ ingenieursbureau suunnittelutoimisto
      architekt architecte arquitect architett architecten arkitekt arkkitehti 設計事務所 建築士
      interior_design innenarchit staffing_firm job_seekers rekrutacja$ agencja_pracy zaposljavan 채용
      insan_kaynaklari arbeitsvermittl uitzendbur agencia_de_empleo agencia_de_colocacion
      agenzia_per_il_lavoro agence_d_emploi posrednictwo_pracy personalni_agentura pracovni_agentura
      henkilostopalvel кадровое_агентств кадрова_агенц 人材派遣 bemanningsforetag vikarbureau ingenieurbur
      ingenjorsbyra ingenjorskonsult ingeniorfirma radgivende_ing insinooritoimist mernokirod biuro_inzynier
      inzenyrsk muhendislik projekcni_kancel biuro_projekt projektavim inzinierini inzinieriu inzeneri
      projekteerim проектирован инжинир конструкторск проектуван insenerteh gepterv muszaki_tervez
      tervezoiroda proiectare$ projektovani projektovanie projektiranj konstruktionsburo 3d_cad cad_modell
      社会保険労務士 労務 hr-konsult hr-konsulent hr_consult rekruttering bhp$ szkolenia_bhp munkavedel
      munkabiztons arbejdsmiljo arbeidsmiljo arbetsmiljo arbeitssicherheit arbeitsschutz bezpecnost_prace
      bezpecnost_a_ochrana_zdravi bozp$ tyosuojel tyoturvall darbu_saug darba_aizsard tooohutus
      zastita_na_radu varstvo_pri_delu охрана_труда охорона_праці prevention_des_risques
      prevencion_de_riesgos sicurezza_sul_lavoro is_guvenlig sst$ statikburo tragwerksplan tervezo_iroda
      temporary_staff permanent_placement ~candidates$ ~employers$ upload_your_cv talent_acquisition
      talent_solution executive_search recruitment_agency employment_agency life_coach career_coach
      personaldienstleist arbeitnehmeruberlass bewerber$ jobvermittl travail_temporaire
      cabinet_de_recrutement chasseur_de_tetes ~candidats$ coach_professionnel coach_de_vie trabajo_temporal
      ~candidatos$ bolsa_de_empleo ~recursos_humanos seleccion_de_talent agenzia_interinale
      ricerca_e_selezione ricerca_personale lavoro_interinale ~candidati$ recrutamento selecao_de$
      vagas_de_emprego werving_en_selectie werkzoekend detachering personaluthyr vikar$ vikarer rekrutter
      henkilostovuokr henkilostopalv suorahaku agencja_zatrudn praca_za_granic rekrutujemy agencja_rekrut
      posrednic_prac personalna_agent pracovne_ponuk munkaero-kozvet munkaerokolcs munkaero fejvadasz
      recrutare personal_calificat agentie_de_recrut кадровое подбор_персонал рекрутинг аутстаффинг
      підбір_персонал кадров$ подбор_на_персонал агенция_за_подбор ευρεση_εργασ προσληψεις$ ανθρωπινο_δυναμ
      insan_kaynak is_ilanlari personel_temin istihdam 人材紹介 派遣会社 猎头 人力资源 인력파견 헤드헌팅
      توظيف موارد_بشرية וظايف השמה כוח_אדם posredovanje_pri_zap agencija_za_zaposl zaposlitev
      posredovanje_dela kadrovska personalo_atrank darbuotoju_nuom personala_atlas darbinieku_noma
      personaliotsing personalirent toojourent
    `,
  ],
  [
    "Legal",
    "B2C",
    `
      study_permit work_permit visa_application
      law_firm lawyer attorney legal_services legal_advice solicitor barrister rechtsanwalt anwaltskanzlei
      kanzlei$ fachanwalt notar$ notariat avocat$ avocats$ avocate$ cabinet_d_avocat abogad bufete
      estudio_legal estudio_juridico despacho_juridico avvocat studio_legale advocaat advocat advokat
      juristbyra jurist$ asianajo lakitoimisto lakiasiain adwokat radca_prawny kancelaria$ advogad 弁護士
      法律事務所 行政書士 司法書士 litigation personal_injury immigration_law advokatni advokatska ugyved
      avocatura cabinet_de_avocat δικηγορ адвокат advokatu$ advokaadi odvjetni odvetni advocacia attorneys$
      avukat avukatlik hukuk_buro юрист$ 변호사 법무법인 עורכי_דין עורך_דין דיני_עבודה ugyvedi advocacia$
      escritorio_de_advocacia pravnik injury_lawyer law_office legal_practice prawnik pravni_kancel notaire$
      notaires$ notaria$ notario$ notaris$ notai$ notaio$ kozjegyzo нотариус нотаріус noterligi
      συμβολαιογραφ notariusz notarsk lakimies адвокатур abogacia rechtsberat rechtsanwalte patentanwalt
      patent_attorney avocat- юридические_услуг юридических_услуг юридическая_помощ юридическая_компан
      юридическая_фирм юридическая_консульт юридическое_сопровожд юридическое_бюро юридичні_послуг
      юридична_допомог юридична_компан jogi_tanacs jogi_kepvis jogi_szolg jogasz porady_prawne pomoc_prawn
      uslugi_prawn obsluga_prawn pravna_pomoc pravne_sluzb pravni_sluzb teisines_paslaug teisininka
      juridiska_palidz oigusabi oigusnou derecho_civil derecho_penal derecho_laboral derecho_de_familia
      conveyancing probate$ wills_and family_law criminal_law employment_law ~trade_marks ~patents$
      patent_attorneys ~intellectual_property legal_counsel legal_team paralegal notary law_practice
      attorneys_at court_represent criminal_defen divorce$ estate_planning anwalt arbeitsrecht familienrecht
      erbrecht strafrecht mietrecht verkehrsrecht vertragsrecht scheidung$ cabinet_avocats droit_du_travail
      droit_de_la_famille droit_penal droit_des_affaires droit_immobilier huissier commissaire_de_justice
      etude_notariale notarial successions$ divorcios herencias procurador$ asesoria_juridica
      despacho_de_abogados registro_de_marcas areas_de_practica diritto_del_lavoro diritto_di_famiglia
      diritto_penale diritto_civile risarcimento avv$ recupero_crediti studio_notarile direito_do_trabalho
      direito_de_familia direito_civil direito_penal solicitador escritorio_juridico arbeidsrecht
      familierecht ontslagrecht letselschade rechtsbijstand notariskantoor notariskant juridisch_advies
      familjeratt arbetsratt brottmal jurister familieret arveret strafferet asianajaja lakipalvel
      perheoikeus juridiset_palvel perunkirjoitus oikeudellin kancelaria_adwok kancelaria_rad
      kancelaria_praw rozwody$ spadki$ prawo_rodzin prawo_prac prawo_karn prawo_gospod obsluga_prawna
      windykac advokatni_kancel pravni_zastup rodinne_pravo obchodni_pravo trestni_pravo pravne_zastup
      obchodne_pravo exekutor notarsk_urad ugyvedi_iroda jogi_segit valoper ingatlanjog cegalapitas
      csaladjog buntetojog vegrehajt avocati drept_civil drept_penal dreptul_muncii drept_comercial
      consultanta_juridic executor_judecat birou_notarial защита_в_суде представительство_в_суд арбитражн
      семеин_спор нотариальн юристы регистрация_ооо банкротств представництво_в_суд сімеині_спор розлучен
      нотаріальн правни_услуг правна_помощ нотариал семеино_право νομικες_υπηρ ~hukuk$ ~hukuku
      avukatlik_buro bosanma$ ceza_hukuk is_hukuku arabulucu 相続手続 特許事務所 ~法務 ~登記 律师 律所 ~法律
      법률사무소 محاماة محامي محامون استشارات_قانونية كاتب_عدل עו_ד דיני$ נוטריון obiteljsko_pravo
      javni_biljez pravni_savjet druzinsko_pravo delovno_pravo pravno_svetov teisinin$ seimos_teis antstol
      zverinatu_advok juridisk$ juridiskie_pakalp juriidil oigusteenus vandeadvokaat
    `,
  ],
];
