/** Advertising, pictures, films, papers, books and music. */
import type { Branch } from "./branch.ts";

export const MEDIA: readonly Branch[] = [
  [
    "Media",
    "Agency",
    `
      social_advertising ad_creative media_buying brand_film launch_film advertising_studio content_studio
      film_production film_and_video production_house
      ghostwrit freelance_writer freelance_journalist textbyra tekstforfatter tekstschrijver redacteur
      redactrice redator help-cent help_cent ux_writ marketing advertising werbeagentur ~werbung branding
      seo$ social_media publicidad agencia_de_publicidad agencia_de_comunicacion agencia_de_marketing
      agence_de_communication agence_web pubblicita agenzia_di_comunicazione reclamebureau reklambyra
      markedsforing marknadsforing mainostoimisto markkinointi agencja_reklam agencja_interaktyw
      grafikdesign graphic_design webdesign web_design diseno_web disegno_grafico 広告 マーケティンク
      campaigns lead_generation content_creation copywrit kommunikationsagentur reklamni_agentur
      reklamna_agentur reklamugynokseg agentie_de_publicitate διαφημ рекламн marketingova$ marketinska
      reklamnoe маркетинг$ reklam_ajans dijital_pazarlama 광고대행 마케팅 marketing_digital agencia_digital
      grafikai reklamstudio φωτεινες_επιγραφ reklam$ reklama$ reklamy$ reklamni$ reklamne$ reklamna$
      reklamny$ reklamnych$ reklamnich$ reklamowa$ reklamowe$ reklamowy$ reklamos$ reklamugyn reklamiagent
      reklamcilik studio_graficzn projektowanie_log identyfikacj_wizualn graficke_studio graficky_design
      graficky_dizajn graficki_dizajn grafikai_terv grafisk_form grafisk_design graafinen_suunn
      dizaino_studij dizaina_studij disainibuuroo disainiburoo графическии_дизаин vizualna_identit
      kommunikation$ agentur_fur marke digitalagentur kreativagentur designagentur onlinemarketing
      online-marketing suchmaschinen social-media eventmarketing pr-agentur pressearbeit
      offentlichkeitsarbeit mediengestalt kommunikationsdesign identite_visuelle charte_graphique
      communication_visuelle graphiste graphisme community_manager reseaux_sociaux agence_de_com
      agence_digitale agence_creative referencement$ relations_presse redes_sociales diseno_grafico
      identidad_visual identidad_corporativa agencia_creativa estudio_de_diseno posicionamiento_seo
      marketing_online comunicacion_corporativa grafica_pubblicitaria agenzia_web web_agency
      agenzia_creativa comunicazione_visiva identita_visiva ufficio_stampa social_media_market
      identidade_visual agencia_de_comunicacao agencia_de_propaganda trafego_pago gestao_de_redes
      assessoria_de_imprensa criacao_de_marca huisstijl grafisch_ontwerp vormgeving communicatiebureau
      tekstbureau varumarke kommunikationsbyra designbyra pr-byra innehallsproduktion grafisk_produktion
      kommunikationsbureau kommunikasjonsbyra reklamebyra designbureau grafiker grafiknik graafikko
      graafinen viestintatoimist brandi digitoimisto agencja_marketing agencja_kreatyw agencja_pr
      marketing_internet studio_graficz projektowanie_graficz grafik$ graficke_prace kreativni_agent
      kreativna_agent digitalni_agent digitalna_agent kreativ_ugynok marketing_ugynok arculattervez arculat$
      reklamgrafik agentie_de_market agentie_digital agentie_creativ identitate_vizual promovare_online
      рекламное_агентство маркетинговое маркетингов_агент продвижение_саит брендинг дизаин-студи
      дизаин_логотип smm$ smm- контекстн_реклам таргет рекламна_агент рекламне_агент маркетинг
      графичен_дизаин рекламна_агенция дигитален_маркет γραφιστικ λογοτυπ εταιρικη_ταυτοτ ψηφιακο_μαρκετ
      ψηφιακου_μαρκετ reklam_ajansi tanitim_ajans kurumsal_kimlik grafik_tasarim sosyal_medya_yonet
      dijital_ajans テサイン事務所 広告代理店 ロコ制作 フランティンク テサイン制作 广告公司 品牌设计
      数字营销 브랜딩 디자인_스튜디오 تسويق_رقمي تسويق_كتروني وكالة_اعلان هوية_بصرية فرسום שיווק_דיגיטלי
      פרסום$ marketinska_agenc digitalni_market oblikovanje_logotip graficno_oblikov graficni_oblik rinkodar
      reklamos_agent prekes_zenklo dizainas reklamas_agent zimolvedib digitalais_market turundus$
      turundusagent reklaamibur reklaamiagent kujundus$ logokujund public_relations creative_agency
      digital_agency design_studio design_agency brand_strategy brand_identity visual_identity
      graphic_designer logo_design ppc$ google_ads media_agency influencer digital_strategy
      content_marketing email_marketing performance_marketing growth_marketing outdoor_advertis billboard$
      sign-making
    `,
  ],
  [
    "Media",
    "Agency",
    `
      video_agency filmproduction videoagentur imagefilm werbefilm erklarvideo produktionsfirma
      filmproduktionsfirma explainer corporate_film commercials$ showreel video_production_for
      film_d_entreprise production_audiovisuelle societe_de_production productora productora_audiovisual
      video_corporativo produzione_video video_aziendali casa_di_produzione produtora_de_video
      producao_audiovisual videoproductie bedrijfsfilm animatievideo filmproduktionsbolag foretagsfilm
      reklamfilm reklamefilm filmselskab videoproduktion_for videotuotanto tuotantoyhtio yritysvideo
      filmy_reklamowe produkcja_wideo filmy_korporacyjne produkce_videi reklamni_video firemni_video
      imazsfilm productie_video videoclip$ видеопродакшн видеостудия рекламные_ролик відеопродакшн
      видеопродукц βιντεοσκοπ παραγωγη_βιντεο tanitim_filmi produksiyon 映像制作 動画制作 视频制作 영상제작
      انتاج_فيديو הפקת_סרטים animation_studio motion_graphics motion_design recording_studio tonstudio
      post-production postproduction
    `,
  ],
  [
    "Media",
    "B2C",
    `
      photograph fotograf photographe fotografo valokuva 写真 カメラマン videograph videoproduktion
      video_production filmproduktion film_production drohnenaufnahm hochzeitsfoto wedding_photo portrat
      ~studio fotografie$ fenykep φωτογραφ фотограф fotografisk fotografci 사진관 фотосъемк videogyart
      filmkeszit fotostuudio pulmafoto fotostudij fotoateljee filmproduk videoprodukc videoprodukt
      produkcja_film produkcija_film videopaslaug kazu_fotogr vestuviu_fotogr svatebni_foto svadobny_foto
      eskuvoi_foto bryllupsfoto brollopsfoto haakuv bruidsfoto photos_de_mariage photographe_de_mariage
      mariage_photo fotoreport reportajes_de_boda sesja_zdjec sesje_zdjec zdjecia_slubne fotografia_slubna
      fotograaf trouwfotograaf фотосесси фотосесі dugun_fotograf fotograf_cekim フォトスタシオ 撮影 摄影
      사진촬영 تصوير_فوتوغرافي مصور צילום צלם
    `,
  ],
  [
    "Media",
    "B2C",
    `
      episode$ episodes$ podcasts$ podcaster choir$ kammarkor koren$ korsang koor$ chorale$ coro$ coral$
      chor$ kuoro concert$ concerts$ konsert koncert concierto concerto$ ensemble$ 合唱 演奏 magazine$
      newspaper zeitung$ verlag podcast publisher publishing journal$ ~news radio$ editorial$ edition$
      maison_d_edition uitgeverij forlag kustantam wydawnict 出版 musiker musician ~music band$ record_label
      orchest theater theatre kunstler artist$ illustrat casopis revista$ literary$ poetry$ ~fiction$
      quarterly$ vydavatel kiado$ editura$ εκδοσεις издателство leidykl kirjastus svatebni_kapel kapela$
      coverband livemuziek cover_band live_band musikband partyband dansband bryllupsband hochzeitsband
      hudebni_skup hudobna_skup zespol_muzyczn zespol_weseln orkiestra gruppo_musicale groupe_de_musique
      grupo_musical zenekar$ formatie_muzic muzikos_grup muzikas_grup ansambel$ ansamblis ansamblio
      koncertowy juhlabandi local_news ~gazette$ ~herald$ ~tribune$ ~letters_to obituar lokalzeitung
      tageszeitung wochenzeitung nachrichten$ ~redaktion$ journal_local journaliste ~actualites$
      presse_locale ~noticias$ ~periodico periodista diario$ ~quotidiano$ giornale giornalist
      testata_giornalistica casa_editrice casas_editor ~edizioni$ ~editore$ ~editori$ narrativa$ libri_per
      jornal$ jornalis editora$ ~nieuws$ krant nieuwsblad ~nyheter$ tidning dagblad lokalavis avisen tidende
      nyhetsbrev$ sanomalehti paikallislehti ~uutiset$ lehti$ kustantaja gazeta$ portal_informac
      ~wiadomosci$ dziennik ~redakcja$ ~noviny$ denik$ ~zpravodaj nakladatel nakladn spravodajstvo ujsag
      hirportal kiado ziar$ ziarul ~stiri$ газета издательств ~новости$ журнал сми$ редакция$ газети
      ~новини$ видавницт вестник издателск εφημεριδα ~ειδησεις εκδοτικ gazete ~haber$ ~haberler$ yayinevi
      yayincilik 新聞 ~雑誌 出版社 ~ニュース 报纸 杂志 新闻网 جريدة صحيفة مجلة دار_نشر ~اخبار עיתון
      וצאה_לאור חדשות portal_vijest ~vijesti$ zalozba novice$ casnik zurnal laikrast ~naujienos$ izdevniec
      avize ~zinas$ ajakiri ajaleht ~uudised$ broadcaster broadcast$ radio_station tv_station web_radio
      webradio rundfunk ~ebook ~novel$ ~novels$ novelist book_series schriftsteller ecrivain romancier
      escritor scrittore scrittrice forfattare forfatter kirjailija pisarz spisovatel autor_carti писатель
      singer songwriter sangerin cantante cantautor chanteur chanteuse zpevak spiewak laulaja sangerska
      tribute_band string_quartet choir philharmon filharmon ~album$ ~albums$ discography
    `,
  ],
];
