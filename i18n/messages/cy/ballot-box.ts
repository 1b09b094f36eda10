import type { ballotBox as en } from "../en/ballot-box.ts";
import type { Translated } from "../../translated.ts";

export const ballotBox: Translated<typeof en> = {
  secrecy: {
    title: "Sut mae’ch pleidlais yn aros yn gyfrinachol, a sut i wirio hynny",
    lead: "Ni all neb edrych i weld sut y pleidleisioch. Ac nid oes rhaid i chi gymryd ein gair bod eich pleidlais wedi’i chyfrif.",
    steps: {
      title: "Beth sy’n digwydd i’ch pleidlais",
      items: [
        ["Rydych yn dangos bod gennych hawl i bleidleisio", "Rydym yn chwilio amdanoch ar y gofrestr, neu rydych yn defnyddio cod. Mae’r gofrestr yn nodi eich bod wedi cael papur pleidleisio. Nid yw byth yn dysgu beth a ddewisoch."],
        ["Mae’ch dyfais yn gwneud allwedd", "Mae’ch ffôn neu’ch cyfrifiadur yn gwneud allwedd gyfrinachol. Rydym yn ei llofnodi drwy amlen gaeedig: gallwn weld bod gennych hawl i bleidleisio, ond nid pa allwedd yw eich un chi. Felly ni all neb ddweud wedyn pleidlais pwy oedd hi."],
        ["Caiff eich pleidlais ei selio cyn iddi adael", "Caiff eich dewisiadau eu cloi ar eich dyfais eich hun. Maen nhw’n mynd i flwch pleidleisio sy’n rhaglen ar ei phen ei hun. Nid yw’n gwybod pwy ydych chi. Ni all y rhaglen sy’n eich adnabod ddarllen y blwch."],
        ["Rydych yn cael derbynneb ar unwaith", "Mae’r blwch yn addo, gyda’i lofnod, y bydd eich pleidlais yn y cofnod cyhoeddus. Nid yw’r dderbynneb yn dangos beth a ddewisoch."],
        ["Mae pleidleisiau’n mynd i’r cofnod mewn sypiau wedi’u cymysgu", "O leiaf 50 gyda’i gilydd, neu bopeth sydd ar ôl pan fydd y bleidlais yn cau. Felly nid yw’r drefn yn dweud dim am bwy bleidleisiodd pryd."],
        ["Nid oes neb yn cyfrif cyn y cau", "Dim ond ar ôl i’r bleidlais gau y caiff pleidleisiau eu hagor. Tan hynny ni all neb weld pwy sydd ar y blaen, gan ein cynnwys ni."],
      ],
    },
    check: {
      title: "Sut i’w wirio eich hun",
      items: [
        ["Mae’ch pleidlais i mewn", "Teipiwch eich cod olrhain yn y cofnod cyhoeddus. Mae’n dangos bod eich pleidlais yno, a phrawf y gallwch ei gadw. Mae hyn yn gweithio mewn unrhyw borwr."],
        ["Dim ond tyfu y mae’r cofnod", "Mae pob cyflwr o’r cofnod wedi’i lofnodi. Gall unrhyw un wirio nad oes dim wedi’i newid na’i dynnu ymaith ers hynny."],
        ["Mae’r cyfrif yn gywir", "Ar ôl y cyfrif rydym yn cyhoeddi pob pleidlais a agorwyd, heb enwau, mewn trefn ar hap. Gall unrhyw un eu cyfrif eto, mewn porwr neu gyda’r rhaglen a gyhoeddwn."],
        ["Ni phleidleisiodd neb ddwywaith na heb hawl", "Mae pob pleidlais yn y cofnod yn dwyn ein llofnod ar gyfer un pleidleisiwr. Ni all fod mwy o bleidleisiau na marciau ar y gofrestr, a chaiff y niferoedd eu cyhoeddi."],
      ],
      log: "Agor y cofnod pleidleisiau cyhoeddus",
    },
    ways: {
      title: "Ffyrdd eraill o bleidleisio",
      noScript: "Heb JavaScript, dros y ffôn neu gyda chymorth swyddog, mae ein gweinyddion yn trin eich pleidlais ar ffurf ddarllenadwy am ennyd. Rydym yn ei chadw ar wahân i’ch enw, ond rydych yn dibynnu arnom ni am hynny. Caiff nifer y pleidleisiau a ddaeth fel hyn ei gyhoeddi.",
      paper: "Mae papur pleidleisio mor gyfrinachol â phapur. Ni chewch god olrhain ar ei gyfer. Rhoddir cyfrif am nifer y papurau yn y cofnod, fesul swp.",
    },
    not: {
      title: "Yr hyn nad yw hyn",
      lead: "Rydym yn dweud hyn yn blaen, gan na all unrhyw bleidlais ar-lein wneud popeth.",
      items: [
        "Nid yw’n eich diogelu rhag rhywun sy’n sefyll y tu ôl i chi, neu sydd â’ch dyfais. Gallwch newid eich pleidlais nes i’r bleidlais gau: yr un olaf sy’n cyfrif.",
        "Nid yw’n eich atal rhag profi sut y pleidleisioch, os dymunwch. Gellid gwneud i’ch dyfais eich hun ei ddangos.",
        "Nid yw’n eich diogelu rhag dyfais â meddalwedd niweidiol arni.",
        "Pe bai pwy bynnag sy’n rhedeg y gweinyddion hyn yn cofnodi’r holl draffig rhwydwaith gyda’i amserau, gallai ddyfalu pa bleidlais a ddaeth o ba gyfeiriad. Nid ydym yn ei gofnodi. Ni allwch chi wirio hynny.",
        "Daw’r dudalen we ei hun o’n gweinyddion. Gallai tudalen anonest anfon eich dewisiadau i rywle arall. Gall unrhyw un ddarllen rhaglenni’r dudalen, a gellir cymharu’r cod a gyhoeddwyd â nhw.",
        "Nid yw wedi’i wneud ar gyfer etholiadau o dan y gyfraith etholiadol. Mae angen adolygiad annibynnol ar y rheini yn gyntaf.",
      ],
    },
    help: {
      title: "Os oes rhywbeth o’i le",
      body: "Os nad yw’ch cod olrhain yn y cofnod, neu os yw’r cofnod yn dweud rhywbeth na wnaethoch, dywedwch wrthym cyn i’r bleidlais gau. Gallwn edrych i mewn i’r mater heb wybod sut y pleidleisioch.",
      phone: (p) => `Ffoniwch ${p.phone}.`,
    },
    technical: {
      title: "I bobl sydd eisiau’r manylion",
      body: "Safonau cyhoeddedig yw’r dulliau: llofnodion RSA dall (RFC 9474), llofnodion Ed25519 (RFC 8032), coeden Merkle fel yn RFC 6962 gyda phwyntiau gwirio wedi’u llofnodi (C2SP), X25519 ac AES-GCM ar gyfer selio. Disgrifir y fformat mor fanwl fel y gall rhywun arall ysgrifennu rhaglen sy’n ei wirio.",
      rules: "Ôl bys rheolau pob papur pleidleisio yn y bleidlais hon:",
      none: "Nid oes unrhyw bapur pleidleisio o’r bleidlais hon ar agor eto.",
    },
  },
};
