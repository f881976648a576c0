insert overwrite table orders_dw.ads_refund_rate partition (dt='${bizdate}')
select  stat_key, user_id, status, amount, created_at
from    orders_dw.dws_refunds_1d
where   dt = '${bizdate}';
