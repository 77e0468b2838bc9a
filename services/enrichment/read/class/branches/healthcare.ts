/** Teeth, doctors, therapies, care, medicine, and animals' doctors. */
import type { Branch } from "./branch.ts";

export const HEALTHCARE: readonly Branch[] = [
  [
    "Healthcare",
    "B2C",
    `
      nha_khoa dental_implant
      dentist dental zahnarzt zahnmedizin kieferorthop dentiste dentaire odontolog tandarts tandlak tandlege
      hammaslaak stomatolog 歯科 zubn stomato fogorvos fogaszat dentist$ οδοντ стоматолог зъболекар
      hambaravi zobozdrav clinica_dentaria dentaria$ implantolog ortodont стоматологи dis_hekim dis_klinig
      치과 רופא_שיניים hammashoito stomatologi dentysta dentystyczn zubar$ zubni$ tandlaege tannklinikk
      tannlege disci$ 歯医者 dental$ odontoiatr zahnarzte zahntechnik dentallabor hambaarst hambakliinik
      zobarst stomatolos zobna zobozdravn dental_practice dental_clinic dental_care orthodont teeth_whiten
      implants$ hygienist tannhelse tannbehand tandvard tandpleje tandklinik dentystyka ortodoncja protetyka
      zubni_ordin zubna_amb zubna_ambul dentalna_hyg cabinet_stomato зубн дентал εμφυτευμα dis_sagligi
      agiz_ve_dis dis_hekimi implant_ve 歯科医院 矯正歯科 牙科 口腔 치과의원 임플란트 اسنان عيادة_اسنان
      טיפולי_שיניים שתלות zubna_ordin dentalna_ordin zobna_ordin dantu_gydym hambara cabinet_dentaire
      chirurgien-dentiste chirurgien_dentiste clinica_dental ortodoncia studio_dentistic ortodonzia mondzorg
      tandheelkund mondhygienist kieferchirurg prophylaxe
    `,
  ],
  [
    "Healthcare",
    "B2C",
    `
      diagnostic_cent diagnostic_lab pathology blood_test mri$ ultrasound x-ray urologist dermatology
      orthopedic maternity fertility$ ivf$ audiolog hearing_aids telehealth telemedicine medspa med_spa
      rumah_sakit phong_kham benh_vien
      ~clinic$ ~clinics$ hospital medical_cent doctor$ doctors$ arzt$ arzte$ arztin hausarzt facharzt praxis$
      gemeinschaftspraxis *klinik$ medecin cabinet_medical sante$ clinica medico medica$ salute$ huisarts
      ~zorg$ vardcentral halso sjukvard legesenter laakari terveys przychodni lekarz 医院 クリニック 病院
      patients$ patienten$ pazient pacient ordinac lekar$ lekarn orvos rendelo medic$ cabinet_medica ιατρ
      лекар gydytoj arst$ arstid lijecnik zdravnik 小児科 内科 皮膚科 眼科 診療 saude$ medicos$ 병원 의원
      한의원 клиника$ медицинск klinik$ klinigi hastane$ doktor$ poliklinik מרפאה מרפאת ordination$ orvosi
      rendelo$ alcolisti alcolist alkoholist transport_sanitarn ratownik laegehus laegeklinik laegerne$
      dokter$ gabinet_lekarski gabinety_lekarskie клиник клінік больниц лікар krankenhaus ziekenhuis sjukhus
      sygehus sykehus sairaal szpital nemocnic korhaz spital$ spitalul ospedal νοσοκομει κλινικη$ болница
      hastanesi apteek apotheek gyogyszertar φαρμακει аптек eczane$ eczanesi hospice$ hospiz palliativ
      podolog podiatr pedicure fodterap fotvard jalkahoit sanitatshaus medical_supply ambulance$ ambulans
      rettungsdienst kliinik$ perearst arsta_praks arstniec zobarst seimos_gydytoj seimos_klinik
      medicinos_cent medicinas_cent zdravstven ordinacij поликлиник ветклиник medical_practice
      general_practice gp_surgery family_medicine pediatric paediatric cardiolog dermatolog gynaecolog
      okulist gynecolog ophthalmolog radiolog neurolog surgeon$ surgery$ plastic_surgery aesthetic_medicine
      urgent_care ~appointments$ health_centre health_center healthcare$ ~health_care nursing$ optometr
      ~treatments$ allgemeinmedizin arztpraxis kinderarzt hautarzt augenarzt frauenarzt orthopad zahnklinik
      gesundheitszentrum medizinisches_versorg mvz$ patientinnen sprechstunde$ sprechzeiten kassenpatient
      generaliste$ maison_de_sante centre_medical pediatre ophtalmo chirurgien ~clinique$ hopital
      centro_medico consulta_medica pediatra ginecolog oftalmolog cirujano traumatolog consultorio$
      centro_de_salud poliambulatorio ambulatorio_medic visite_specialistiche studio_medico pediatria
      oculistic chirurg clinica_medica consultas_medicas posto_de_saude polikliniek kliniek$ ggz$
      zorgverlening lakare lakarmottagning mottagning$ patienter$ laege$ leger$ fastlege legekontor
      spesialist$ helsesenter vastaanotto$ potilaat poradnia$ poradnie specjalisc_lekar ~leczenie$ ~zdrowia$
      prakticky_lekar ambulancia lekari zdravotni_stredis zdravotne_stredis pediatr haziorvos szakrendel
      maganrendel orvosi_rendel egeszsegkozp egeszsegugy medic_de_familie policlinic$ врач медцентр лечение$
      терапевт$ педиатр кардиолог невролог гинеколог медичн$ медичнии_центр медичні_послуг сімеинии_лікар
      амбулатор педиатър медицински_центр преглед$ прегледи детски_лекар дерматолог γιατρος παιδιατρ
      καρδιολογ δερματολογ γυναικολογ πολυιατρειο οφθαλμιατρ tip_merkezi saglik_merkezi doktorumuz
      doktorlarimiz hekim poliklinigi estetik$ muayenehane 内科クリニック 整形外科 耳鼻咽喉科 診療所
      診療時間 诊所 医疗 门诊 外科 한방병원 피부과 정형외과 진료과목 진료시간 의료진 عيادات مستشفى طبيب
      اطباء عيادة مركز_طبي רופאים רפואי רפואה$ lijecnic zdravstvo ambulanta klinika$ klinikos$
      sveikatos_prieziur seimos_gydyt arsti$ arstu$ gimenes_arst veselibas_centr tervisekeskus kliinik
      erakliinik tervishoiu
    `,
  ],
  [
    "Healthcare",
    "B2C",
    `
      physiotherap physical_therap fysiotherap fysioterap kinesitherap fisioterap osteopath chiropract
      psychotherap psycholog counselling counseling heilpraktik ergotherap logopad massage$ massagepraxis
      hebamme midwi naturopath acupunct therapeut therapist 整骨院 整体 鍼灸 hypnos fyzioterap gyogytorna
      kineto φυσικοθεραπ физиотерап kinezitera fusioterap krankengymnast lymphdrain fizjoterap fizioterap
      fizyoterap 물리치료 פיזיותרפי osteopat akupunktur agopuntur acupuntur βελονισμ акупунктур ayurved
      chiroprak kiroprak quiroprac chiropratic homeopat homoopath homoeopath omeopat ομοιοπαθ гомеопат
      naturopat naturheil osteopa остеопат 整骨 sage-femme verloskund barnmorsk jordemoder jordmor katilo$
      matrona$ orthophon logoped puheterap psicolog psicoterap psykolog psykoterap psihoterap pszicholog
      pszichoter psycholo психолог психотерап 心理 カウンセリンク toimintaterap arbetsterap massasje masaze$
      masaz$ masszazs массаж масаж hieront マッサーシ terapia$ psychoterapi psychoterapeut gyogymassz
      masazo$ masaza$ kineziterapij rehabilitace$ rehabilitacja$ reabilitac rehabilitacij fotpleie
      salon_masaz masazu$ masazy$ zdravotnicka_zachran manual_therapy occupational_therapy speech_therapy
      psychiatr mental_health family_therapy couples_therapy sports_massage remedial_massage reflexolog
      nutritionist dietitian dietician ernahrungsberat diatetiste dieteticien nutricionista dietista
      nutrizionist dietistin dietist kostradgiv dietetyk vyzivov dietetik dietetic диетолог дієтолог
      диететик διατροφολογ διαιτολογ diyetisyen 管理栄養士 beslenme reiki$ healing$ heilkunde heilpraxis
      massageterap massor$ massorer samtalsterapi samtalsterapeut samtaleterapi parterapi terapeut$ hieroja
      fysikaalin masaz_leczniczy terapia_manualna rehabilitacja fizjo gabinet_fizjo fyzio$ masszor terapeuta
      kineziolog psiholog masaj мануальн реабилитац реабілітац рехабилитац кинезитерап ψυχολογ ψυχοθεραπ
      λογοθεραπ εργοθεραπ μασαζ psikolog psikoterap fizik_tedavi terapist aile_danisman 整体院 鍼灸院 接骨院
      カウンセラー 心理咨询 理疗 针灸 推拿 심리상담 한의원 علاج_طبيعي علاج_نفسي مساج פסיכולוג טיפול_רגשי
      fizikalna_terapij psiholo psicholog psichoterap masazas masazai fusiotera psuhholoog psuhhotera
      massaaz taastusravi reeducation$ masseur_kine kine$ psychomotric dietetique sophrolog hypnoth
      psychanaly psychopedag etiopath fisio$ psicopedag podologo massoterap massaggi$ fisiatra fysio-
      haptonom psychosociaal massagesalon mindfulness
    `,
  ],
  [
    "Healthcare",
    "B2C",
    `
      nursing_home aged_care home_care ndis$ disability_support pflegedienst *pflege$ altenpflege
      seniorenheim senior_living caregiv thuiszorg hemtjanst aldreomsorg kotihoito 介護 福祉 ~care_services
      訪問看護 テイサーヒス hooldekodu hooldusteenus eakate dom_seniora domov_duchodc domov_dochodc
      domov_pro_senior domov_pre_senior dom_opieki opieka_nad_osob starsich idosok_otthona idosotthon
      idosgondoz camin_de_batrani camine_de_batrani senjoru_nam globos_nam pansionat aprupes_centr
      dom_za_starij dom_za_stare dom_starejsih aldreboende plejehjem plejecenter sykehjem hoivakoti
      palvelutalo vanhustenhoiv residencia_de_mayores residencia_de_ancianos casa_di_riposo lar_de_idosos
      ehpad$ maison_de_retraite woonzorg zorgcentrum huzurevi дом_престарел будинок_для_літніх
      дом_за_възрастни γηροκομ care_home care_homes residential_care domiciliary supported_living
      live-in_care elderly_care respite_care dementia ~carers$ senioren$ seniorenzentrum seniorenresidenz
      tagespflege ambulante_pflege pflegeheim behindertenhilfe lebenshilfe$ eingliederungshilfe
      maison_de_retrait aide_a_domicile ~services_a_la_personne residence_senior soins_a_domicile
      personnes_agees ayuda_a_domicilio personas_mayores tercera_edad centro_de_dia geriatri casa_di_cura
      assistenza_domiciliare assistenza_anziani badanti anziani$ casa_de_repouso apoio_domiciliario lar_de$
      cuidadores$ terceira_idade verpleeghuis verzorgingshuis ouderenzorg gehandicaptenzorg wijkverpleging
      ~omsorg$ personlig_assistans funktionsneds lss$ lss-boende hemsjukvard hjemmepleje hjemmehjaelp
      bosted$ bofaellesskab omsorgsbolig hjemmetjeneste brukerstyrt bpa$ hoivapalv kotipalvelu palvelukoti
      vammaispalv dom_pomocy opieka_senior opieka_domowa domaci_pece domov_seniors pecovatel opatrovatel
      socialni_sluzb socialne_sluzb zariadenie_pre_senior domov_pro_osoby otthonapol szocialis_otthon
      ingrijire_la_domic camin_de_varstnici varstnici$ дом_престарелых пансионат_для сиделк уход_за_пожил
      догляд_за хоспис социални_услуг дом_за_стари хора_с_увреж φροντιδα_ηλικιω οικος_ευγηρ evde_bakim
      yasli_bakim engelli$ 老人ホーム 介護施設 訪問介護 障害福祉 養老 요양원 요양병원 방문요양 رعاية_مسنين
      رعاية_منزلية בית_אבות סיעוד starih_i_nemoc pomoc_u_kuci domov_starej oskrba_na_domu dom_starostnik
      seneliu senoliu slaugos_namai globos$ socialines_paslaug aprupe_majas senioru$ sociala_aprupe
      hooldekod koduhooldus
    `,
  ],
  [
    "Healthcare",
    "B2C",
    `
      pharmacy$ pharmacies$ pharmacist ~chemist$ drugstore prescriptions$ flu_shot flu_shots
      community_pharmacy medication_review drogueria$ farmacias$ nha_thuoc apotek_online
    `,
  ],
  [
    "Healthcare",
    "B2B",
    `
      medical_billing revenue_cycle medical_coding dental_laborat pharmaceutical_export
      pharma$ pharmaceut biotech medtech medical_device medizintechnik ~diagnostic$ ~diagnostics$ laborator
      clinical_trial apotheke pharmacie farmacia apotek apteekki apteka 薬局 ehbo$ ehbo- bhv$ first-aid
      defibrillat verbandkast verbandskast verbanddo trousse_de_secours trousses_de_secours forbandskasse
      forstehjelpsutst ensiaputarv elsosegely trusa_de_prim_ajutor ~first_aid_kit ~botiquin$ ~apteczk
      ~pierwszej_pomocy ~lekarnick vaistin aptiek assays$ analysers$ in_vitro ce-marked medical_technology
      medical_equipment medical_supplies hospital_equipment orthopaedic$ prosthe hearing_aid horgerat
      horakustik audioprothes audifono apparecchi_acustic aparelhos_auditivos hoortoestel horapparat
      hoereapparat kuulolait aparaty_sluchow naslouchad hallokeszulek aparate_auditive слуховые_аппарат
      слухов_апарат ακουστικα_βαρηκοι isitme_cihaz 補聴器 보청기 lifescience life_sciences drug_discovery
      therapeutics$ vaccine genomic clinical_research arzneimittel laboratoire_d_analyses analyses_medicales
      laboratorio_de_analisis laboratorio_clinico laboratorio_analisi analisi_cliniche
      laboratorio_de_analises medicinska_laborat медицинская_лаборат ~лаборатор dispositivos_medicos
      dispositivi_medici dispositifs_medicaux medizinprodukt medisch_hulpmiddel medicinteknik medicoteknik
      laakinnall wyroby_medyczne sprzet_medyczny zdravotnicke_prostred zdravotnicke_pomock orvostechnik
      gyogyaszati echipamente_medical медицинское_оборудован медтехник медичне_обладн tibbi_cihaz 医療機器
      製薬 医药 制药 의료기기 اجهزة_طبية ادوية medicinska_oprem medicinski_pripom medicinos_iranga
    `,
  ],
  [
    "Healthcare",
    "B2C",
    `
      veterinar tierarzt tierklinik dierenarts veterinaire elainlaak weterynar 動物病院 dyrlaege dyreklinikk
      dyrehospital djurklinik djursjukhus veteriner ветеринар allatorvos allatklinik κτηνιατρ 獣医 veterin
      dierenkliniek animal_clinic animal_hospital pet_clinic veterinary_clinic kleintierpraxis pferdepraxis
      clinique_veterinaire clinica_veterinaria ambulatorio_veterinario dyreklinik elainklinikka
      przychodnia_weterynaryjna lecznica_dla_zwierz veterinarni_klinik veterinarna_ambul zverolek ветклиника
      veteriner_klinik 宠物医院 동물병원 بيطري וטרינר veterinara_klinik loomakliinik loomaarst
    `,
  ],
];
