package org.linli.platform.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.FileRefused;
import org.linli.platform.words.Words;

class CharterTests {

    private static final Columns STAFF = Columns.of("staff_id*", "name*");

    /** Headers as they come in files of districts, in Chinese, pinyin and English. */
    @ParameterizedTest
    @CsvSource({
        "N1,重点人员",
        "N1,是否重点人员",
        "N1,x_风险等级",
        "N1,居民信用评分",
        "N1,risk_level",
        "N1,riskLevel",
        "N1,RISK-SCORE",
        "N1,x_credit_score",
        "N1,ZhongDianRenYuan",
        "N1,zhong_dian_ren_yuan",
        "N1,fengxiandengji",
        "N1,key_person",
        "N1,heimingdan",
        "N1,blacklist",
        "N1,黑名单标记",
        "N1,ｒｉｓｋ＿ｌｅｖｅｌ",
        "N2,民族",
        "N2,民 族",
        "N2,x_民族",
        "N2,minzu",
        "N2,MINZU",
        "N2,minzu_dm",
        "N2,ethnicity",
        "N2,ethnic_group",
        "N2,race",
        "N2,宗教信仰",
        "N2,zongjiao",
        "N2,zongJiaoXinYang",
        "N2,religion",
        "N2,Religious belief",
        "N2,政治面貌",
        "N2,zhengzhimianmao",
        "N2,political_status",
        "N2,partyMember",
        "N2,是否党员",
        "N2,x_dangyuan",
        "N2,信访记录",
        "N2,信访次数",
        "N2,xinfang",
        "N2,petition_history",
        "N2,上访人",
        "N2,性取向",
        "N2,sexual_orientation",
        "N2,工会会员",
        "N2,trade_union",
        "N2,前科",
        "N2,criminal_record",
        "N2,犯罪嫌疑",
        "N2,suspect",
        "N2,精神障碍",
        "N2,精神病史",
        "N2,mental_health",
        "N2,jingshenbing",
        "N2,x_xidu",
        "N3,手机信令",
        "N3,车牌号",
        "N3,imsi",
        "N3,x_mac_address",
        "N3,xingdongguiji",
        "N3,license_plate",
        "N4,巡查轨迹",
        "N4,gps_track",
        "N4,trajectory",
        "N5,自动处罚",
        "N5,auto_decision",
        "N6,人脸特征",
        "N6,face_id",
        "N6,renlian",
        "N6,x_biometric",
        "N6,声纹",
        "N7,人员画像",
        "N7,一人一档",
        "N9,打卡时间",
        "N9,签到次数",
        "N9,积分",
        "N9,x_jifen",
        "N9,paiming",
        "N9,在线时长",
        "N9,online_rate",
        "N9,check_in",
        "N9,c_h_e_c_k_i_n",
        "N9,rank",
        "N10,必须拍照",
        "N10,photo_required",
        "N11,免审计",
        "N11,skip_audit"
    })
    void aFileWithAForbiddenColumnIsRefusedWithTheReason(String rule, String header) {
        assertThatThrownBy(() -> STAFF.check(List.of("staff_id", "name", header)))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> {
                            var said = Words.say(refused.told(), Locale.CHINESE);
                            assertThat(said).contains(header).contains(rule + "：");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "staff_id",
                "x_remark",
                "name",
                "trace_id",
                "brace",
                "third_party",
                "party",
                "tracking_code",
                "due_at",
                "phone",
                "address",
                "grid_code",
                "terrace",
                "matter_code",
                "sign_in_code",
                "checked_at",
                "check",
                "overdue_rate",
                "score",
                "satisfied_rate",
                "notice_version",
                "consent",
                "事项",
                "地址",
                "满意率",
                "超期率",
                "巡查",
                "定位",
                "x_备注",
                "service_need",
                "birth_date",
                "guardian",
                "key_id",
                "frank",
                "x_rankine",
                "union",
                "person_id",
                "national",
                "recrimination",
                "checks.visit.county_code",
                "check indicators"
            })
    void anOrdinaryColumnIsLetPass(String header) {
        assertThat(Charter.forbidsField(header)).isEmpty();
    }

    @Test
    void everyRuleSaysInBothLanguagesWhatItForbids() {
        for (var rule : CharterRule.values()) {
            assertThat(Words.wordings("zh")).containsKey(rule.code());
            assertThat(Words.wordings("en")).containsKey(rule.code());
        }
    }

    @Test
    void everyTermOfEveryRuleIsFoundByTheRule() {
        for (var rule : CharterRule.values()) {
            for (var term : rule.terms()) {
                assertThat(Charter.forbidsField("x_" + term.replace(' ', '_')))
                        .as(term)
                        .isPresent();
            }
        }
    }

    @Test
    void noSettingReachesTheCharter() {
        for (var type : List.of(Charter.class, CharterRule.class)) {
            assertThat(type.getDeclaredFields())
                    .allMatch(field -> java.lang.reflect.Modifier.isFinal(field.getModifiers()));
        }
    }
}
