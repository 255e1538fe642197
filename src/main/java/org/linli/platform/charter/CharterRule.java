package org.linli.platform.charter;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Linli must not do, by the number of the design's list (SECURITY §2.1), as far as a name
 * gives it away. What no name gives away is kept by the rules of the code and shown by a test of
 * its own.
 */
public enum CharterRule {
    /** 不给个人打分、排队、定级 */
    N1(
            Binds.WORDS,
            "重点人员 重点人口 重点人 风险等级 风险评分 风险人员 信用分 信用评分 信用等级 个人评分 个人积分 稳定风险 维稳对象 黑名单 管控等级 管控对象 人员分级 "
                    + "红黄绿码 赋码",
            "zhongdianrenyuan zhongdianrenkou fengxiandengji fengxianpingfen xinyongfen"
                    + " xinyongpingfen xinyongdengji heimingdan weiwenduixiang guankongdengji",
            "risk level,risk score,risk rating,risk class,credit score,credit rating,stability"
                    + " score,social score,trust score,person score,resident score,personal"
                    + " score,key person,key persons,key population,focus person,target"
                    + " person,threat level,danger level,blacklist,watch list"),
    /** 不登记民族、宗教、政治面貌、信访等 */
    N2(
            Binds.FIELDS,
            "民族 族别 种族 宗教 信仰 教派 政治面貌 政治倾向 党员 党派 入党 信访 上访 性取向 性生活 工会 犯罪 前科 嫌疑 涉黑 涉恐 邪教 精神病 精神障碍 "
                    + "吸毒 社区矫正 刑满",
            "minzu zongjiao xinyang zhengzhimianmao dangyuan dangpai xinfang shangfang gonghui"
                    + " fanzui qianke xianyi jingshenbing jingshenzhangai xidu shequjiaozheng",
            "ethnicity,ethnic,ethnic group,nationality group,race,religion,religious,faith,creed,political,political"
                    + " status,political view,party member,party membership,petition,petitions,petitioner,petition"
                    + " history,sexual,sexual orientation,sex life,trade union,union"
                    + " member,crime,criminal,criminal record,suspect,suspicion,mental"
                    + " health,psychiatric,mental illness,drug user"),
    /** 不追踪居民 */
    N3(
            Binds.WORDS,
            "居民轨迹 行动轨迹 人员轨迹 活动轨迹 车辆轨迹 手机信令 信令数据 探针 车牌号 同行人 密切接触",
            "xingdongguiji renyuanguiji huodongguiji cheliangguiji shoujixinling tanzhen"
                    + " chepaihao",
            "imsi,imei,mac address,wifi probe,phone signalling,phone signaling,cell tower,vehicle"
                    + " track,vehicle trace,person track,movement history,whereabouts,license"
                    + " plate,licence plate,plate number"),
    /** 不追踪下班后的工作人员，也不默认连续追踪 */
    N4(
            Binds.WORDS,
            "轨迹回放 巡查轨迹 实时定位 在岗定位 人员定位 员工定位",
            "guiji xunchaguiji shishidingwei renyuandingwei",
            "gps track,gps trace,track points,trajectory,location history,worker location,worker"
                    + " position,live location,geo fence,geofence"),
    /** 不由机器决定关于人的事 */
    N5(
            Binds.WORDS,
            "自动处罚 自动惩戒 自动决定 自动拉黑",
            "zidongchufa zidongjueding",
            "auto decision,automatic decision,automated decision,auto penalty,auto sanction"),
    /** 不识别人脸、车牌、声纹 */
    N6(
            Binds.WORDS,
            "人脸 刷脸 声纹 指纹识别 指纹特征 虹膜 步态 车牌识别 生物特征",
            "renlian shualian shengwen hongmo chepaishibie shengwutezheng",
            "face id,face feature,face template,face embedding,face vector,face recognition,faceprint"
                    + ",facial,biometric,biometrics,voiceprint,voice"
                    + " print,iris,gait,fingerprint template,plate recognition"),
    /** 不跨用途拼接数据 */
    N7(
            Binds.WORDS,
            "数据碰撞 全息档案 一人一档 人员画像 居民画像 标签画像",
            "shujupengzhuang quanxidangan yirenyidang renyuanhuaxiang",
            "person profile,resident profile,data fusion,cross match,holographic file"),
    /** 不按工作量、签到、在线时长给人排名 */
    N9(
            Binds.WORDS,
            "打卡 签到 签退 积分 排名 排行 在线时长 在线率 上线率 活跃度 活跃率 走访次数 走访量 人均办件",
            "daka qiandao jifen paiming paihang zaixianshichang zaixianlv zaixianlyu shangxianlv"
                    + " huoyuedu",
            "check in,check ins,clock in,punch in,points earned,work points,leaderboard,league"
                    + " table,ranking,rankings,rank,online time,online duration,online hours,online"
                    + " rate,activity rate,cases per worker,visits per worker,visit count"),
    /** 不强制拍照、留痕、截屏 */
    N10(
            Binds.FIELDS,
            "必须拍照 强制拍照 强制定位 强制截屏 必须截屏",
            "qiangzhipaizhao bixupaizhao",
            "photo required,require photo,track required,screenshot required,mandatory photo"),
    /** 没有隐身的访问 */
    N11(
            Binds.FIELDS,
            "隐身访问 隐身 免审计 不留痕",
            "yinshen mianshenji buliuhen",
            "invisible access,stealth,skip audit,no audit,unaudited,hidden access,back door,backdoor");

    /** A term this long is no part of another word by chance. */
    private static final int LONG = 7;

    private enum Binds {
        FIELDS,
        WORDS
    }

    private final Binds binds;
    private final List<String> terms;
    private final List<Pattern> ways;

    CharterRule(Binds binds, String chinese, String pinyin, String english) {
        this.binds = binds;
        this.terms =
                Stream.of(chinese.split(" ", -1), pinyin.split(" ", -1), english.split(",", -1))
                        .flatMap(Stream::of)
                        .map(term -> term.strip().toLowerCase(Locale.ROOT))
                        .toList();
        this.ways = terms.stream().map(CharterRule::waysToSay).toList();
    }

    /**
     * Finds a term in a text of words in small letters with one blank about each. A blank within
     * may hide it, but a long term that goes over a blank ends where a word does: "check
     * indicators" does not say "check in".
     */
    private static Pattern waysToSay(String term) {
        var bare = term.replace(" ", "");
        var spread = String.join(" ?", bare.split("", -1));
        if (term.codePoints().anyMatch(Character::isIdeographic)) {
            return Pattern.compile(spread);
        }
        return Pattern.compile(
                bare.length() < LONG ? " (" + term + "|" + bare + ") " : bare + "|" + spread + " ");
    }

    /** Of the sentence that says what the rule forbids. */
    public String code() {
        return "charter/" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether figures, kinds of cases and words on screen are bound too, not only fields. */
    boolean bindsWords() {
        return binds == Binds.WORDS;
    }

    List<String> terms() {
        return terms;
    }

    List<Pattern> ways() {
        return ways;
    }
}
