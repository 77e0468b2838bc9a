/** Software, who writes it, and who keeps computers running. */
import type { Branch } from "./branch.ts";

export const SOFTWARE: readonly Branch[] = [
  [
    "Software",
    "SaaS",
    `
      *software$ *ohjelmist jarjestelma$ *jarjestelma$ transcri saas$ software ~platform ~app$ ~apps$ api$
      apis$ ~cloud ~developers$ devops open_source ~workflow ~automat crm$ erp$ no-code low-code
      ~integrations sdk$ deploy logiciel programvara mjukvara ohjelmisto oprogramowani softver ソフトウェア
      クラウト アフリ programsko aplikac szoftver aplikatie softvera programine_iranga tarkvara λογισμικο
      софтуер програма$ pull_request pull_requests$ ~developer_tool 소프트웨어 *정보기술 it솔루션 תוכנה
      программное_обеспеч разработка_программ yazilim$ 软件 облачныи_сервис облачная_платформ хмарнии_сервис
      programines_irangos programavimo_paslaug programmatura programsk_oprem ~tool$ ~tools$ ~plugin$
      ~plugins$ ~extension$ chrome_extension browser_extension kubernetes ~docker ~database ~framework$
      ~repository release_notes ~documentation$ ~docs$ changelog ~github ~linux ~macos$ ~android ~ios$
      ~iphone google_play app_store play_store ~beta$ open-source command_line chatbot ~dashboards
      machine-learning artificial_intelligence ai_assistant generative_ai ~algorithm data_platform web_app$
      web-based cloud-based cloud-native browser-based self-hosted ~backend ~frontend full-stack online-tool
      webanwendung anwendungssoftware cloudlosung cloud-losung ~digitalisier ~digitale_losung
      branchensoftware zeiterfassung warenwirtschaft anwendungsentwickl application_web application_mobile
      ~application$ ~applications$ outil_en_ligne outil_de_gestion solution_en_ligne progiciel
      intelligence_artificielle ~gestion_de_projet programa_de_gestion ~programa_para plataforma_online
      ~aplicacion$ ~aplicaciones aplicacion_movil aplicacion_web inteligencia_artificial ~sistema_de_gestion
      software_de$ en_la_nube gestionale gestionali ~applicazione ~applicazioni piattaforma_online
      intelligenza_artificiale in_cloud ~sistema_de_gestao aplicativo plataforma_digital na_nuvem
      ~beheersysteem ~applicatie tijdregistratie ~online_tool digital_losning ~digitala_losning affarssystem
      molntjanst skytjeneste webbaserad verksamhetssystem tidrapport ~digitaliser regnskabsprogram
      styresystem fagsystem kunstig_intelligens artificiell_intelligens tekoaly pilvipalvelu toiminnanohjaus
      sovellus sovelluks tietojarjestelm sztuczna_inteligen ~system_do$ ~program_do$ system_zarzadzan
      programy_do$ dla_programist system_pro$ informacni_system informacny_system skladovy_system
      mobilni_aplikac umela_intelig webova_aplikac ~online_system webalkalmaz mesterseges_intelig
      informatikai_rendszer vallalatiranyit ugyviteli_rendszer ~aplicatie$ ~aplicatii inteligenta_artificial
      program_de_gestiune программа_для программы_для программное облачн приложени ~автоматизаци
      искусственн_интеллект програма_для програми_для хмарн$ застосун мобільнии_додат мобільні_додат
      штучн_інтелект ~автоматизац приложение_за система_за_управл изкуствен_интелект εφαρμογ πληροφορικ
      τεχνητη_νοημοσ πλατφορμα takip_programi yonetim_sistemi otomasyon_yazil mobil_uygulama uygulamasi
      bulut_tabanli yapay_zeka системы システム開発 ~管理システム ~システム クラウト型 業務システム 人工知能
      ~フロクラム ~系统 ~平台 人工智能 软件开发 云计算 小程序 ~应用 ~솔루션 ~플랫폼 인공지능 클라우드
      ~시스템 تطبيق برنامج برمج نظام_ادارة ذكاء_اصطناعي ~منصة مערכת אפליקצ umjetna_inteligenc
      umetna_inteligenc programski$ racunalniski_program programele dirbtinis_intelekt sistema_valdym
      lietotne programmatur maksligais_intelekt rakendus tehisintellekt infosusteem documents_digital
      erfassen_digital belege_digital rotas$ shift_rotas payroll_export dienstplan
    `,
  ],
  [
    "Software",
    "SaaS",
    `
      project_management task_management time_tracking helpdesk ~dashboard collaboration_tool
      password_manager identity_theft cybersecurity ~encryption vpn$ antivirus data_warehouse observability
      ai_agents ~llm machine_learning kunstliche_intelligenz ki- e-signature esignature electronic_signature
      appointment_scheduling booking_software scheduling_software shift_planning rota_software
      payroll_software point_of_sale pos_system kassensystem buchungssoftware buchungssystem terminbuchung
      logiciel_de_caisse logiciel_de_gestion tpv$ programa_de_facturacion facturacion_electronica
      reserva_de_citas fatturazione_elettronica registratore_di_cassa kassasystem bokningssystem
      bookingsystem fakturaprogram tidsregistrering ajanvarausjarjestelm kassajarjestelm program_do_faktur
      fakturownia fakturacni szamlazo_program szamlazoprogram facturare_online online_rezervac
      rezervacni_system rezervacny_system учет_склада складскои_учет облік_товарів облік_складу on_muhasebe
      stok_takip 勤怠管理 予約システム 会計ソフト 在庫管理 고객관리 재고관리 data_analytics
      business_intelligence threat_detection endpoint$ ~firewall siem$ zero_trust web_hosting webhosting
      ~hosting$ domain_names dedicated_server vps$ hebergement_web alojamiento_web hospedagem_de_sites
      serverhousing webhotell webhotel tarhely gazduire_web хостинг домены$ blockchain smart_contract web3$
      developer_platform message_queue ci_cd
    `,
  ],
  [
    "Software",
    "Agency",
    `
      web_development app_development software_development softwareentwickl webentwickl appentwickl
      developpement_web developpement_d_applications desarrollo_web desarrollo_de_software sviluppo_web
      sviluppo_software webontwikkel webbutveckling systemutveckling webutvikling verkkosivu ohjelmistokehit
      tworzenie_stron strony_internetowe desenvolvimento_de_software システム開発 アフリ開発 web制作
      ホームヘーシ制作 wordpress$ landing_pages websites_for tvorba_webu tvorba_www webove_stranky
      tvorba_web weboldalkeszit dezvoltare_software izrada_web programiran κατασκευη_ιστοσελ
      изработка_на_саит svetainiu_kurim desenvolvimento_web web_tasarim yazilim_gelistir разработка_саит
      веб-разработк 웹개발 홈페이지_제작 בניית_אתרים webbureau webshopbouw hjemmeside$ hjemmesider hemsidor
      nettsider kotisivut majas_lapu_izstr svetainiu_kurimas programavimo_paslaug veebiarendus kodulehtede
      kodulehe_tegem tarkvaraarendus web_dizajn razvoj_softver izdelava_spletn razvoj_programsk creare_site
      creare_site-uri dezvoltare_web уеб_дизаин розробка_саит розробка_програм веб-розроб створення_саит
      weboldal_kesz honlapkesz honlap_kesz szoftverfejl tvorba_webov vyvoj_softver vyvoj_aplikac
      разработка_мобильн мобильных_прилож розробка_мобільн мобільних_додатк udvikling_af_hjemm
      udvikling_af_app aplikacji_mobiln mobiliu_program skraddarsydda_system systemutvecklare programmierung
      softwarehaus software_house programmeringsbyra app_entwickl app-entwickl developpeur_web
      developpeur_freelance desarrollador_web sviluppatore_web siti_web realizzazione_siti siti_internet
      creation_de_sites creation_de_site creation_site sites_internet paginas_web creacion_de_paginas
      diseno_de_paginas desarrollo_de_aplicaciones desarrollo_de_apps criacao_de_sites criacao_de_site
      websites_laten website_laten maatwerk_software maatwerksoftware softwareontwikkel app_laten webbyra
      webutvecklare webudvikling webudvikler udvikler_hjemm apputvikling nettsideutvikl verkkosivut_yrit
      verkkopalvelut verkkokehit tworzymy_aplikac aplikacje_webowe aplikacje_mobilne projektowanie_stron
      strony_www strony_i_sklepy tvorime_web tvorba_aplikac vyvoj_web vyvoj_mobil programovani weboldal_fejl
      weboldalfejl alkalmazasfejl egyedi_szoftver creare_web creare_magazin realizare_site realizare_web
      dezvoltare_aplicat dezvoltam_aplicat разработка_веб разработка_приложен создание_саит
      разработка_на_софт уеб_разработ изработка_на_уеб изработка_на_софт створення_веб розробка_застос
      розробка_по$ αναπτυξη_λογισμ αναπτυξη_εφαρμ κατασκευη_eshop mobil_uygulama_gelis web_sitesi_tasar
      web_yazilim web開発 アフリ制作 サイト制作 受託開発 网站建设 网站开发 软件定制 앱개발 웹사이트_제작
      تصميم_مواقع تطوير_تطبيقات تطوير_مواقع برمجة_تطبيقات פיתוח_אתרים פיתוח_אפליקצ izrada_aplikac
      izrada_web-stran izdelava_aplikac izdelava_spletnih_stran internetiniu_svetain kuriame_svetain
      majaslapu_izstr majas_lapas_izstr veebilehtede kodulehe_valmist tarkvara_arend web_designer
      web_developer website_design website_development custom_software software_consultanc
      digital_product_studio product_studio mvp_development outsourcing_it nearshore
    `,
  ],
  [
    "Software",
    "B2B",
    `
      it-dienstleist it_services it-support systemhaus managed_services it-konsult it-partner it-drift
      ~helpdesk managed_it it-services it_support computer_repair informatikai_szolgaltat servicii_it
      bezpieczenstwa_komputer administracj_sieci serwis_komputer uslugi_informaty it-firma it-unternehmen
      it-huset it-hus$ pc-service pc_service pc-hilfe computerservice computer_service computerhulp
      datorservice dataservice$ datahjelp assistenza_informatica depannage_informatique
      servicios_informaticos servicio_informatico informatique$ informatikdienst atk-palvel it-palvel
      tietotekniikka компьютерн_помощ ремонт_компьютер it-компани it_pakalp it_paslaug it-teenus it_teenus
      it-sakerhet it-sikkerhed it-sikkerhet rendszergazda szamitastechnik informatik$ sprava_it
      sprava_pocitac pocitacove_siet pocitacove_sit spravce_siti arvutiabi arvutite_hool arvutihool
      kompiuteriu_prie kompiuteriu_rem datoru_serviss racunaln racunalni_inz it-beheer werkplekbeheer
      systeembeheer netwerkbeheer ict-dienst ict_dienst ict-beheer it-betreuung it-systeme it-infrastruktur
      edv-service edv-betreuung ~edv$ netzwerktechnik infogerance maintenance_informatique
      reseaux_informatiques parc_informatique mantenimiento_informatico soporte_informatico
      redes_informaticas sistemi_informatici reti_informatiche consulenza_informatica
      manutencao_de_computador suporte_de_ti suporte_informatico assistencia_informatica it-tjanster
      it-drift_och natverk_och yritysten_it it-tuki obsluga_informatyczna uslugi_it wsparcie_it
      outsourcing_informat sprava_site it_podpora it_sluzby spravujeme_it informatikai_uzemel rendszeruzemel
      suport_it mentenanta_it servicii_it_pentru it-аутсорсинг it_аутсорсинг обслуживание_компьют
      системное_администр it-послуги обслуговування_комп ит_услуги ит_поддръжка υποστηριξη_υπολογ
      τεχνικη_υποστηριξ bilgisayar_servis bilisim_hizmet ag_kurulum network_kurulum テータセンター
      itサホート it保守 전산_유지 خدمات_تقنية_معلومات دعم_فني it_podrska informaticka_podr it_podpor
      it_prieziura it_atbalst it_tugi it-tugi microsoft_365 office_365 cybersecurite ciberseguridad
      cibersecurity ciberseguranca kyberturva cyberbezpiecz kyberbezpe kiberbiztonsag kiberdrosib kuberturv
      кибербезопасн кібербезпек penetration_test pentest it-security it-sicherheit datensicher ~backup$
      ~backups
    `,
  ],
  [
    "Software",
    "B2C",
    `
      internet_service_prov fibre_internet fiber_internet ~broadband
      mobile_games video_game indie_game game_studio game_developer videojueg spieleentwickl jeux_video
      spelutveckl ケーム開発 free-to-play ~games$ gaming$ ~game$ gamedev pc_games videogame video_games
      spiele-app mobile_game computerspiel studio_de_jeux videogioc jogos_digitais jogos_eletronicos
      dataspel computerspil dataspill peliyritys pelistudio pelikehit gry_mobilne gry_komputerowe vyvoj_her
      herni_studio herne_studio jatekfejleszt jocuri_video разработка_игр мобильные_игры розробка_ігор
      разработка_на_игри oyun_gelistir mobil_oyun oyun_studyo ケームアフリ ケーム会社 游戏开发 手游
      게임_개발 게임개발 تطوير_عاب ~steam$ wishlist_on_steam on_steam nintendo playstation xbox esports
      e-sports budgeting_app journaling_app journal_app habit_tracker dating_app meditation_app recipe_app
      workout_app app_for_couples app_for_kids app_for_families family_app photo_app puzzle_game
      mobile_apps_for_everyday
    `,
  ],
];
